#!/usr/bin/env python3
"""Writes a dictionary for libFuzzer: the words of a lexicon's folder, its keys and sections, and signs of the formats.

usage: make_dictionary.py LEXICON OUT
"""

import os
import re
import sys

# Signs and words of the formats themselves: heads of reports, JSON, TOML.
FORMATS = [
    "\n\n", "\r\n", "\ufeff", "2024-03-06", "6 March 2024", "By ", " \u2014 ", "\u201c", "\u201d", "$1,200 a litre",
    "10 p.m.", "1.5 million", "[[", "]]", " = [", "\"text\":", "\"id\":", "\"published\":", "\\u", "\"\"\"", "\ud7ff",
]
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
SECTION = re.compile(r"^\[\[?(\w+)\]\]?", re.MULTILINE)
KEY = re.compile(r"^(\w+) = ", re.MULTILINE)
LONGEST = 60


def words_of(folder):
    found = set(FORMATS)
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".toml"):
            continue
        with open(os.path.join(folder, name), encoding="utf8") as file:
            text = "".join(line for line in file if not line.startswith("#"))
        found.update(f"[[{section}]]\n" for section in SECTION.findall(text))
        found.update(f"{key} = " for key in KEY.findall(text))
        found.update(word for word in QUOTED.findall(text) if word and len(word) <= LONGEST and "\\" not in word)
    return sorted(found)


def entry(word):
    """The word as libFuzzer wants it: printable ASCII, all else as \\xAB."""
    plain = [chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02X}" for b in word.encode("utf8", "replace")]
    return '"' + "".join(plain) + '"'


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    with open(sys.argv[2], "w", encoding="ascii") as out:
        out.writelines(entry(word) + "\n" for word in words_of(sys.argv[1]))


if __name__ == "__main__":
    main()
