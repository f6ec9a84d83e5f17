"""Writes the engine's data container; src/base/flat_file.h states its layout."""

import struct

import xxhash


def write(path, kind, version, sections):
    """Writes `sections`, a list of (name, bytes), to `path` as a flat file of that kind and layout version."""
    table_end = 64 + 48 * len(sections)
    table, body, at = [], [], table_end
    for name, data in sections:
        padding = -at % 64
        body.append(b"\0" * padding)
        at += padding
        encoded = name.encode()
        if len(encoded) > 31:
            raise ValueError(f"section name too long: {name}")
        table.append(struct.pack("<32sQQ", encoded, at, len(data)))
        body.append(data)
        at += len(data)
    payload = b"".join(table) + b"".join(body)
    header = struct.pack(
        "<8s8sIIQQ24x", b"DIURNAFF", kind.encode(), version, len(sections), at, xxhash.xxh3_64_intdigest(payload)
    )
    with open(path, "wb") as out:
        out.write(header + payload)
