#!/usr/bin/env python3
"""Lays the entries of lexicon files out in one form, so that two people's changes meet on as few lines as can be.

usage: format_lexicon.py [--check] [FOLDER]     (default: lexicon/ of the source tree that this script lies in)

  entries   a blank line before each; `name` or `extends` first, `examples` and `counter` last
  lists     words sorted, each once; a list that does not fit on a line of 120 columns stands on lines of its own.
            A comment inside a list begins a topic: words are sorted within it. Lists whose order means something
            (`ordered = true` in the schema) and sentences stay as they are
  texts     one that does not fit on a line is cut at blanks, in a string of several lines
  comments  stay where they are: above an entry, a key or a topic, or behind a value
  lines     none over 160 columns

With --check nothing is written; each file that is not in this form is named, and each line that is too long. Exit status
1 when there is any.
"""

import argparse
import json
import os
import sys
import tomllib

WIDTH = 120
LONGEST = 160
FIRST = ("name", "extends", "override")
LAST = ("examples", "counter")


def ordered_keys(folder):
    """(section, key) of lists that must not be sorted, by the schema."""
    sections, keys = {}, set()
    schema = os.path.join(folder, "schema")
    for name in sorted(os.listdir(schema)) if os.path.isdir(schema) else ():
        if name.endswith(".toml"):
            with open(os.path.join(schema, name), "rb") as file:
                sections.update(tomllib.load(file))
    for section, definition in sections.items():
        inherited = sections.get(definition.get("inherits"), {}).get("keys", {})
        for key, value in {**inherited, **definition.get("keys", {})}.items():
            if value.get("ordered"):
                keys.add((section, key))
        keys.update((section, key) for key in LAST)
    return keys


def without_strings(line):
    """The line with the inside of its strings blanked, and the place where a comment begins (or its end)."""
    out, quote, i = [], None, 0
    while i < len(line):
        c = line[i]
        if quote:
            if c == "\\" and quote == '"':
                out.append("  ")
                i += 2
                continue
            if c == quote:
                quote = None
            out.append(c if quote is None else " ")
        elif c == "#":
            break
        else:
            if c in "\"'":
                quote = c
            out.append(c)
        i += 1
    return "".join(out), i


def split_list(text):
    """The strings of an array's inside, and the comments between them: [(is_comment, text)]."""
    items = []
    for line in text.split("\n"):
        bare, end = without_strings(line)
        inside = line[: len(bare)] if end == len(line) else line[:end]
        values = tomllib.loads("x = [" + inside.strip().strip(",") + "]")["x"]
        items += [(False, value) for value in values]
        if end < len(line):
            items.append((True, line[end:].strip()))
    return items


def sort_key(word):
    return (not word.startswith("@"), word.casefold(), word)


def quoted(value):
    return json.dumps(value, ensure_ascii=False)


def filled(words, indent, width=WIDTH):
    lines, line = [], indent
    for word in words:
        piece = quoted(word) + ","
        if line != indent and len(line) + 1 + len(piece) > width:
            lines.append(line)
            line = indent
        line += ("" if line == indent else " ") + piece
    return lines + [line] if line != indent else lines


def format_list(key, items, comment, sort):
    topics = [(None, [])]
    for is_comment, text in items:
        if is_comment:
            topics.append((text, []))
        else:
            topics[-1][1].append(text)
    if sort:
        topics = [(title, sorted(set(words), key=sort_key)) for title, words in topics]
    behind = "  " + comment if comment else ""
    if len(topics) == 1:
        line = f"{key} = [{', '.join(quoted(word) for word in topics[0][1])}]{behind}"
        if len(line) <= WIDTH:
            return [line]
    lines = [f"{key} = [{behind}"]
    sentences = key in LAST
    for title, words in topics:
        if title:
            lines.append("  " + title)
        lines += [f"  {quoted(word)}," for word in words] if sentences else filled(words, "  ")
    return lines + ["]"]


def format_text(key, value, comment):
    line = f"{key} = {quoted(value)}" + ("  " + comment if comment else "")
    if len(line) <= LONGEST or " " not in value:
        return [line]
    lines, line = [], "  "
    for word in quoted(value)[1:-1].split(" "):
        if line != "  " and len(line) + len(word) + 3 > WIDTH:
            lines.append(line + "\\")
            line = "  "
        line += word + " "
    return [f'{key} = """\\', *lines, line[:-1] + '"""' + ("  " + comment if comment else "")]


class Entry:
    """A block under one header: its keys, each with the comments above it."""

    def __init__(self, header):
        self.header = header
        self.section = header.strip().lstrip("[").split("]")[0]
        self.fields = []  # (key, lines)

    def text(self):
        def rank(field):
            key = field[0]
            if key in FIRST:
                return FIRST.index(key) - len(FIRST)
            return 1 + LAST.index(key) if key in LAST else 0

        plain = [field for field in self.fields if field[0] is not None]
        tables = [field for field in self.fields if field[0] is None]
        lines = [self.header]
        for _, field_lines in sorted(plain, key=rank) + tables:
            lines += field_lines
        return lines


def key_of(line):
    bare, _ = without_strings(line)
    if "=" not in bare or bare.lstrip().startswith("["):
        return None
    return line[: bare.index("=")].strip()


def read_value(lines, i):
    """The lines from i on that make one `key = value`, and where the next begins."""
    depth, end = 0, i
    if '"""' in lines[i]:
        quotes = 0
        while quotes < 2:
            quotes += lines[end].count('"""')
            end += 1
        return lines[i:end], end
    while True:
        bare, _ = without_strings(lines[end])
        depth += bare.count("[") - bare.count("]")
        end += 1
        if depth <= 0 or end == len(lines):
            return lines[i:end], end


def format_value(section, key, lines, unsorted):
    """One `key = value` in its form."""
    if '"""' in lines[0]:
        comment = lines[-1][lines[-1].rindex('"""') + 3 :].strip()
        return format_text(key, tomllib.loads("\n".join(lines))[key], comment)
    bare, _ = without_strings(lines[0])
    start = bare.index("=") + 1
    if not bare[start:].lstrip().startswith("["):
        bare, end = without_strings(lines[0])
        comment = lines[0][end:].strip()
        if bare[start:].strip()[:1] == '"':
            return format_text(key, tomllib.loads(lines[0][:end])[key], comment)
        return [lines[0][:end].rstrip() + ("  " + comment if comment else "")]
    text = "\n".join(lines)
    inside = text[text.index("[", start) + 1 :]
    last_bare, comment_at = without_strings(lines[-1])
    close = last_bare.rindex("]")
    comment = lines[-1][comment_at:].strip() if comment_at < len(lines[-1]) else ""
    cut = len(lines[-1]) - close
    return format_list(key, split_list(inside[: len(inside) - cut]), comment, (section, key) not in unsorted)


def format_file(text, unsorted):
    lines = text.split("\n")
    out, above, entry, in_table = [], [], None, False

    def finish():
        nonlocal entry
        if entry is not None:
            out.extend(entry.text())
        entry = None

    i = 0
    while i < len(lines):
        line = lines[i].rstrip()
        if line.startswith("[["):
            finish()
            entry, in_table = Entry(line), False
            while out and not out[-1]:
                out.pop()
            while above and not above[0]:
                above.pop(0)
            out.extend(([""] if out else []) + above)
            above = []
            i += 1
        elif not line:
            above.append(line) if above and above[-1] else None
            i += 1
        elif line.startswith("#"):
            if entry is not None and above == [] and i > 0 and not lines[i - 1].strip():
                above.append("")
            above.append(line)
            i += 1
        elif line.startswith("["):  # a table of the entry's
            in_table = True
            entry.fields.append((None, above + [line]))
            above = []
            i += 1
        else:
            value, i = read_value(lines, i)
            key = key_of(value[0])
            above = [line for line in above if line]
            formatted = [value[0].rstrip()] if in_table else format_value(entry.section, key, value, unsorted)
            entry.fields.append((None if in_table else key, above + formatted))
            above = []
    finish()
    while above and not above[-1]:
        above.pop()
    return "\n".join(out + ([""] + [line for line in above if line] if above else [])).strip("\n") + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("folder", nargs="?", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lexicon"))
    options = parser.parse_args()
    unsorted, findings = ordered_keys(options.folder), []
    for name in sorted(os.listdir(options.folder)):
        if not name.endswith(".toml"):
            continue
        path = os.path.join(options.folder, name)
        with open(path, encoding="utf8") as file:
            before = file.read()
        after = format_file(before, unsorted)
        if not options.check and after != before:
            with open(path, "w", encoding="utf8") as file:
                file.write(after)
        elif after != before:
            findings.append(f"{name}: not in its form; run tools/format_lexicon.py")
        for number, line in enumerate((before if options.check else after).split("\n"), 1):
            if len(line) > LONGEST:
                findings.append(f"{name}:{number}: {len(line)} columns, over {LONGEST}")
    print("".join(finding + "\n" for finding in findings), end="")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
