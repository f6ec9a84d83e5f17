#!/usr/bin/env python3
"""Counts what the house is judged by: lines of each floor, long functions, words of vocabularies and of English in code.

usage: measure_house.py [FOLDER]     (default: the source tree that this script lies in)

  floors       lines of the sources and headers of each folder of src/
  functions    definitions in src/ and include/ of more than 60 lines, the longest first; from the line of the name to the
               closing brace, lambdas and local classes counted with the function that holds them
  vocabulary   words of the record's vocabularies (vocabulary/record.toml) compared or assigned as string literals in
               src/, outside src/language (whose labels are a model's) and the made src/base/vocabulary.cc
  trees        uses of Dep:: in src/record
  words        English words compared in code outside src/syntax, src/lexicon and src/language (tools/check_house.py)
"""

import os
import re
import sys
import tomllib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_house  # noqa: E402

LONG = 60
DEFINITION = re.compile(r"^( {0,2})(?!namespace|class|struct|enum|union|return|if|for|while|switch|else|using|case)[A-Za-z~:].*[(,]")
ASSIGNED = re.compile(r'(?:[=!]=|(?<![=!<>])=|\bcase\b|\{|,|\(|\?|:)\s*"([a-z_]+)"')


def sources(root):
    for name in check_house.tracked_files(root):
        if name.endswith((".cc", ".h")) and name.startswith(("src/", "include/")):
            with open(os.path.join(root, name), encoding="utf8") as file:
                yield name, file.read().split("\n")


def functions(lines):
    """Yields (first line, length, name) of each definition at the top level or in a class."""
    at = 0
    while at < len(lines):
        begins = DEFINITION.match(lines[at])
        if not begins:
            at += 1
            continue
        indent = begins.group(1)
        # The head runs up to the line that opens the body or ends a declaration.
        head = at
        while head < len(lines) and not lines[head].rstrip().endswith(("{", ";", "}")) and head - at < 12:
            head += 1
        if head >= len(lines) or not lines[head].rstrip().endswith("{"):
            at = max(head, at) + 1
            continue
        end = head
        while end < len(lines) and lines[end] not in (indent + "}", indent + "};"):
            end += 1
        if end < len(lines) and lines[end] == indent + "}":
            name = re.search(r"([\w:~]+)\s*\(", lines[at])
            yield at + 1, end - at + 1, name.group(1) if name else lines[at].strip()
            # A class's members are looked at one by one; a function is done with.
            at = end + 1
        else:
            at += 1


def vocabulary_words(root):
    path = os.path.join(root, "vocabulary", "record.toml")
    if not os.path.exists(path):
        return set()
    with open(path, "rb") as file:
        document = tomllib.load(file)
    words = set()

    def gather(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("values", "terms") and isinstance(value, dict):
                    words.update(value)
                elif key in ("values", "terms") and isinstance(value, list):
                    words.update(v if isinstance(v, str) else v.get("name", "") for v in value)
                gather(value)
        elif isinstance(node, list):
            for item in node:
                gather(item)

    gather(document.get("vocabulary", document))
    return {word for word in words if re.fullmatch(r"[a-z_]+", word)}


def main():
    root = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), ".."))
    floors, long_functions, all_functions, trees = {}, [], 0, 0
    literals = []
    words = vocabulary_words(root)
    for name, lines in sources(root):
        parts = name.split("/")
        floor = parts[1] if parts[0] == "src" else "include"
        floors[floor] = floors.get(floor, 0) + len(lines) - 1
        for first, length, function in functions(lines):
            all_functions += 1
            if length > LONG:
                long_functions.append((length, f"{name}:{first}", function))
        for number, line in enumerate(lines, 1):
            if floor == "record":
                trees += line.count("Dep::")
            if floor in ("language", "include") or name == "src/base/vocabulary.cc":
                continue
            code = line.split("//")[0]
            if check_house.NAMED_KEY.search(code):
                continue
            for found in re.finditer(r'([=!]=|(?<![=!<>])=)\s*"([a-z_]+)"', code):
                if found.group(2) in words:
                    literals.append(f"{name}:{number}: {line.strip()[:90]}")
    print("floors (lines)")
    for floor in sorted(floors, key=lambda f: check_house.FLOORS.get(f, -1)):
        print(f"  {floor:<12} {floors[floor]:6}")
    print(f"  {'all':<12} {sum(floors.values()):6}")
    print(f"functions over {LONG} lines: {len(long_functions)} of {all_functions}")
    for length, place, function in sorted(long_functions, reverse=True):
        print(f"  {length:4} {place} {function}")
    print(f"vocabulary words as string literals: {len(literals)}")
    for literal in literals[:40]:
        print("  " + literal)
    print(f"Dep:: in src/record: {trees}")
    english = [finding for finding in check_house.findings(root) if ": an English word in code: " in finding]
    print(f"English words compared in code: {len(english)}")
    for finding in english[:400]:
        print("  " + finding)
    return 0


if __name__ == "__main__":
    sys.exit(main())
