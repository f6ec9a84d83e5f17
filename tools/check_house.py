#!/usr/bin/env python3
"""Holds the source tree to the rules of docs/architecture.md that no compiler knows.

usage: check_house.py [FOLDER]     (default: the source tree that this script lies in)

  floors      a file includes only its own floor and lower ones, and only its own folder among equals
  guards      a header's guard is made of its path
  unfinished  no note of unfinished work in code, scripts or lexicon
  paths       no absolute path of somebody's machine
  regex       no std::regex in the product: it is slow, and recursive on long input
  classes     a class that a header of src/ declares has its name alone: two of one name are one to the linker
  words       no English word is compared in code: words of grammar are named sets of src/syntax, all others stand in
              lexicon/; a language model's own labels in src/language, and a command line's in src/cli, are no English

Prints one line for each finding, with file and line; exit status 1 when there is any.
"""

import os
import re
import subprocess
import sys

# A floor may include itself and all with a lower number.
FLOORS = {
    **{"base": 0, "lexicon": 1, "language": 1, "text": 2, "syntax": 2, "numerals": 3, "times": 4, "places": 4, "numbers": 4},
    **{"actors": 5, "proposition": 6, "record": 7, "view": 8, "cli": 9},
}
CODE = (".cc", ".h", ".py", ".sh", ".toml", ".cmake", "CMakeLists.txt", "diurna", "check", "run")

CLASS = re.compile(r"(?:class|struct) (\w+)(?: final)?(?: : [^;{]*)? \{")
INCLUDE = re.compile(r'\s*#\s*include\s+"([^"]+)"')
# Written in two halves, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w.$}*~-])/(?:home|root|work|Users|mnt|tmp|var/tmp)/[\w.]")

# Floors whose code may hold words: grammar, the lexicon's own keys, a model's labels, options and what a person reads.
WORDY_FLOORS = {"syntax", "lexicon", "language", "base", "view", "cli"}
WORD = r'"[a-z][a-z\' -]*[a-z]"'
COMPARED = re.compile(
    rf"[=!]=\s*{WORD}|{WORD}\s*[=!]="
    rf"|\b(?:starts_with|ends_with|contains|find|rfind|count|Is|Has|OneOf|In)\(\s*{WORD}"
    # A list of words; a word with something else is a value that has a name.
    rf"|\{{\s*{WORD}\s*(?:\}}|,\s*(?:{WORD}|$))"
)
# Names of sections, keys and classes of the lexicon, and of what a column is called, are no English.
NAMED_KEY = re.compile(
    r"\b(?:Text|List|Has|Flag|Number|Map|Entries|Term|Key|WordsOf|Words|Set|Add|AddTo|Require|Optional|Problem)\w*\("
    r'|words_?\["|\["'
)
# Nor is a name that an entry has as the value of a key: tied to the constant or field that stands for it, compared as
# such, or in a table of names.
NAMED_VALUE = re.compile(
    r'\{\s*"[a-z_-]+",\s*&?[\w:]*(?:\bk[A-Z]|::\w)|\b(?:name|kind|role|section)\s*[=!]=|\bk\w*Names\b'
)
# Nor are the roles that a proposition has, by which frames and cues of the lexicon know them.
ROLES = {'"agent"', '"theme"', '"recipient"', '"oblique"'}


def english_findings(name, number, line):
    parts = name.split("/")
    if parts[0] != "src" or not name.endswith((".cc", ".h")) or parts[1] in WORDY_FLOORS:
        return
    code = line.split("//")[0]
    words = {word for compared in COMPARED.finditer(code) for word in re.findall(WORD, compared.group())}
    if words - ROLES and not NAMED_KEY.search(code) and not NAMED_VALUE.search(code):
        yield f"{name}:{number}: an English word in code: {code.strip()[:90]}"


def tracked_files(root):
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, capture_output=True, check=True
    )
    names = listed.stdout.decode().split("\0")
    return sorted(name for name in names if name and os.path.isfile(os.path.join(root, name)))


def floor_findings(name, number, line):
    found = INCLUDE.match(line)
    parts = name.split("/")
    if not found or parts[0] != "src":
        return
    own, other = parts[1], found.group(1).split("/")[0]
    if own not in FLOORS:
        yield f"{name}:{number}: src/{own} is not a floor that docs/architecture.md names"
    elif other in FLOORS and other != own and FLOORS[other] >= FLOORS[own]:
        yield f"{name}:{number}: floor {own} includes floor {other}, which is not below it"


def guard_finding(name, lines):
    path = name.removeprefix("src/").removeprefix("include/").removeprefix("diurna/")
    expected = "DIURNA_" + re.sub(r"[^A-Za-z0-9]", "_", path).upper() + "_"
    guard = next((line.split()[1] for line in lines if line.startswith("#ifndef ")), "none")
    if guard != expected:
        yield f"{name}:1: header guard {guard}, should be {expected}"


def class_findings(headers):
    """`headers` are pairs of a name and its lines."""
    seen = {}
    for name, lines in headers:
        for number, line in enumerate(lines, 1):
            declared = CLASS.match(line)
            if declared and seen.setdefault(declared.group(1), name) != name:
                yield f"{name}:{number}: {seen[declared.group(1)]} has a class {declared.group(1)} too"


def findings(root):
    headers = []
    for name in tracked_files(root):
        if not name.endswith(CODE):
            continue
        with open(os.path.join(root, name), encoding="utf8", errors="replace") as file:
            lines = file.read().split("\n")
        if name.endswith(".h"):
            yield from guard_finding(name, lines)
            if name.startswith(("src/", "include/")):
                headers.append((name, lines))
        for number, line in enumerate(lines, 1):
            yield from floor_findings(name, number, line)
            yield from english_findings(name, number, line)
            if UNFINISHED.search(line):
                yield f"{name}:{number}: unfinished work: {line.strip()[:80]}"
            if MACHINE_PATH.search(line):
                yield f"{name}:{number}: a path of one machine: {line.strip()[:80]}"
            if "std::regex" in line and name.startswith(("src/", "include/")):
                yield f"{name}:{number}: std::regex"
    yield from class_findings(headers)


def main():
    root = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), ".."))
    count = 0
    for finding in findings(root):
        print(finding)
        count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
