#!/usr/bin/env python3
"""Compares two folders of records, as JSON values, and prints each difference by file, register, row and field.

usage: compare_records.py BEFORE AFTER [--ignore PATH]...

All files *.json below the folders are compared by their path within them. Keys may stand in any order; rows are matched
by their id, so that one new row is one difference. PATH is a field as it is printed, without the id of a row:
document.format, figures.time.basis; all below it is ignored too. Exit status 1 when anything differs, 2 when a folder
cannot be read.
"""

import argparse
import json
import os
import sys

MISSING = object()


def record_files(folder):
    """Paths of all records below a folder, relative to it."""
    if not os.path.isdir(folder):
        print(f"compare_records: {folder}: no folder", file=sys.stderr)
        sys.exit(2)
    found = []
    for path, _, names in os.walk(folder):
        found += [os.path.relpath(os.path.join(path, name), folder) for name in names if name.endswith(".json")]
    return set(found)


def load(path):
    with open(path, encoding="utf8") as file:
        try:
            return json.load(file)
        except ValueError as error:
            print(f"compare_records: {path}: {error}", file=sys.stderr)
            sys.exit(2)


def by_id(rows):
    """Rows of a register by their ids, or None where they are no rows, or two share an id."""
    if not all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows):
        return None
    table = {row["id"]: row for row in rows}
    return table if len(table) == len(rows) else None


def shown(value):
    if value is MISSING:
        return "(not there)"
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= 160 else text[:157] + "..."


def differences(before, after, ignored, field="", place=""):
    """Yields (where, before, after). `field` is the path without ids, `place` the path that is printed."""
    if field in ignored:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted(before.keys() | after.keys()):
            yield from differences(
                before.get(key, MISSING), after.get(key, MISSING), ignored, f"{field}.{key}".lstrip("."), f"{place} {key}".strip()
            )
        return
    if isinstance(before, list) and isinstance(after, list):
        old, new = by_id(before), by_id(after)
        if old is not None and new is not None:
            for key in sorted(old.keys() | new.keys()):
                yield from differences(old.get(key, MISSING), new.get(key, MISSING), ignored, field, f"{place} {key}")
            shared = [key for key in new if key in old]
            if [key for key in old if key in new] != shared:
                yield f"{place} (order)", [key for key in old if key in new], shared
            return
        if len(before) == len(after):
            for index, (one, other) in enumerate(zip(before, after)):
                yield from differences(one, other, ignored, field, f"{place}[{index}]")
            return
    # 1 and 1.0 are one number, true is none.
    if before != after or isinstance(before, bool) != isinstance(after, bool):
        yield place, before, after


def main():
    parser = argparse.ArgumentParser(description="Compares two folders of records.")
    parser.add_argument("before")
    parser.add_argument("after")
    parser.add_argument("--ignore", action="append", default=[], metavar="PATH", help="a field that may differ: document.format")
    arguments = parser.parse_args()
    old, new = record_files(arguments.before), record_files(arguments.after)
    count, files = 0, 0
    for name in sorted(old | new):
        if name not in old or name not in new:
            found = [(f"(only in {arguments.before if name in old else arguments.after})", None, None)]
        else:
            paths = (os.path.join(folder, name) for folder in (arguments.before, arguments.after))
            found = list(differences(*map(load, paths), set(arguments.ignore)))
        for where, before, after in found:
            print(f"{name}: {where}" if before is after is None else f"{name}: {where}: {shown(before)} -> {shown(after)}")
        count += len(found)
        files += bool(found)
    print(f"{len(old | new)} files, {files} differ, {count} differences")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
