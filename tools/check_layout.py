#!/usr/bin/env python3
"""Holds the engine to it that layout changes no facts: the same reports laid out in other ways give the same rows.

usage: check_layout.py DIURNA FOLDER [--only NAME]... [--show]

FOLDER holds reports (*.txt, UTF-8). Each is written anew in every way that WAYS has, and read; rows and what is known
of the document have to be the same, offsets left out, and white space and characters that are not seen left out of
the words. Prints for each way how many reports changed; with --show their names and the rows on either side.
Exit status 1 where any way but a line break changed a report.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap

REGISTERS = ["events", "figures", "measures", "services", "prices", "offices", "statements", "links"]
OTHER_BLANKS = "\u2002\u2003\u2009\u202f\u3000"
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")
LONG_WORD = re.compile(r"\b([a-z]{4})([a-z]{4,})\b")


def each_line(text, change):
    return "\n".join(change(line) for line in text.split("\n"))


def wrap(text, width, hyphens):
    def fill(line):
        return "\n".join(
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=hyphens, replace_whitespace=False)
        ) or line

    return each_line(text, fill)


def cycle(text, blanks):
    count = iter(range(len(text)))
    return re.sub(" ", lambda _: blanks[next(count) % len(blanks)], text)


def utf8(change):
    return lambda text: change(text).encode("utf-8")


# Name of a way, and the bytes of a text in it.
WAYS = {
    "CRLF": utf8(lambda text: text.replace("\n", "\r\n")),
    "CR": utf8(lambda text: text.replace("\n", "\r")),
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16, little endian": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16, big endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "trailing blanks": utf8(lambda text: each_line(text, lambda line: line + "  ")),
    "trailing tabs": utf8(lambda text: each_line(text, lambda line: line + "\t")),
    "leading blank lines": utf8(lambda text: "\n\n \n" + text),
    "blank lines at the end": utf8(lambda text: text + "\n\n"),
    "no line end at the end": utf8(lambda text: text.rstrip("\n")),
    "doubled blank lines": utf8(lambda text: text.replace("\n\n", "\n\n\n")),
    "blanks on blank lines": utf8(lambda text: each_line(text, lambda line: line or " \t ")),
    "indented lines": utf8(lambda text: each_line(text, lambda line: line and "  " + line)),
    "doubled blanks": utf8(lambda text: re.sub(r"(?<=\S) (?=\S)", "  ", text)),
    "non-breaking blanks": utf8(lambda text: text.replace(" ", "\u00a0")),
    "other blanks": utf8(lambda text: cycle(text, OTHER_BLANKS)),
    "soft hyphens": utf8(lambda text: LONG_WORD.sub("\\1\u00ad\\2", text)),
    "zero-width blanks": utf8(lambda text: LONG_WORD.sub("\u200b\\1\u200b\\2\u2060", text)),
    "wrapped at 72": utf8(lambda text: wrap(text, 72, False)),
    "wrapped at 72, CRLF": utf8(lambda text: wrap(text, 72, False).replace("\n", "\r\n")),
    "wrapped at 60, at hyphens too": utf8(lambda text: wrap(text, 60, True)),
}


def words(text):
    return UNSEEN.sub("", text)


def facts(value):
    """A value without offsets, confidence and how its words are spaced."""
    if isinstance(value, dict):
        return {
            key: facts(item)
            for key, item in value.items()
            if key not in ("text_sha256", "confidence") and not (key in ("start", "end") and isinstance(item, int))
        }
    if isinstance(value, list):
        return [facts(item) for item in value]
    return words(value) if isinstance(value, str) else value


def read(binary, folder, way, texts):
    """The facts of each text, laid out in a way, by name."""
    inputs, outputs = os.path.join(folder, "in"), os.path.join(folder, "out")
    os.makedirs(inputs)
    for name, text in texts.items():
        with open(os.path.join(inputs, name + ".txt"), "wb") as file:
            file.write(way(text))
    run = subprocess.run([binary, "read", inputs, "--out", outputs, "--jobs", "2"], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"check_layout.py: {run.stderr.strip()}")
    records = {}
    for name in texts:
        with open(os.path.join(outputs, name + ".json"), encoding="utf-8") as file:
            records[name] = facts(json.load(file))
    return records


def show(name, before, after):
    print(f"  {name}")
    for key in before["document"]:
        if before["document"][key] != after["document"].get(key):
            print(f"    document.{key}: {before['document'][key]!r} > {after['document'].get(key)!r}")
    for register in REGISTERS:
        for sign, rows, others in (("-", before, after), ("+", after, before)):
            for row in rows[register]:
                if row not in others[register]:
                    told = {key: value for key, value in row.items() if value not in (None, [], "")}
                    print(f"    {sign} {register} {json.dumps(told, ensure_ascii=False)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("folder")
    parser.add_argument("--only", action="append", choices=WAYS, default=[])
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    texts = {}
    for name in sorted(os.listdir(arguments.folder)):
        if name.endswith(".txt"):
            with open(os.path.join(arguments.folder, name), encoding="utf-8", newline="") as file:
                texts[name[:-4]] = file.read()
    if not texts:
        sys.exit(f"check_layout.py: {arguments.folder}: holds no reports (*.txt)")
    with tempfile.TemporaryDirectory() as folder:
        plain = read(arguments.binary, os.path.join(folder, "plain"), utf8(str), texts)
        broken = 0
        print(f"{'of ' + str(len(texts)) + ' reports, changed by':<32} {'all':>5} {'rows':>5}")
        for i, name in enumerate(arguments.only or WAYS):
            records = read(arguments.binary, os.path.join(folder, str(i)), WAYS[name], texts)
            changed = [report for report in texts if records[report] != plain[report]]
            rows = [x for x in changed if any(records[x][register] != plain[x][register] for register in REGISTERS)]
            print(f"{name:<32} {len(changed):5} {len(rows):5}", flush=True)
            broken += len(changed) if "wrapped" not in name else 0
            if arguments.show:
                for report in changed:
                    show(report, plain[report], records[report])
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
