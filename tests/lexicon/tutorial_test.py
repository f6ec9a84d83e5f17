"""Runs the tutorial of docs/lexicon.md as it is written: its files, its commands, what they are said to print. The entries
that its part on extensions shows are checked too."""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

DOCUMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "lexicon.md")
SECTION = "## A new entry, step by step"
EXTENSIONS = "## Adding words to a built-in entry"
COMMAND = "./diurna "
FILE = re.compile(r"`([\w/]+\.(?:txt|toml))`:\s*$")
CHANGE = re.compile(r"with `(\w+) = (.*?)` in `([\w/]+\.toml)`")


def steps(text):
    """('file', name, content), ('change', name, key, value) and ('run', command, expected lines), in order."""
    lines = text[text.index(SECTION) :].split("\n")[1:]
    lines = lines[: next((i for i, line in enumerate(lines) if line.startswith("## ")), len(lines))]
    prose, i = "", 0
    while i < len(lines):
        block, indent = [], len(prose_indent(lines, i))
        if not lines[i].startswith(" " * (indent + 4)):
            prose = (prose + " " + lines[i]).strip() if lines[i].strip() else prose + "\n"
            i += 1
            continue
        while i < len(lines) and (lines[i].startswith(" " * (indent + 4)) or not lines[i].strip()):
            block.append(lines[i][indent + 4 :])
            i += 1
        while not block[-1].strip():
            block.pop()
        named, changed = FILE.search(prose.strip()), CHANGE.search(prose)
        if changed:
            yield ("change", changed.group(3), changed.group(1), changed.group(2))
        if named:
            yield ("file", named.group(1), "\n".join(block) + "\n")
        else:
            yield from runs(block)
        prose = ""


def prose_indent(lines, i):
    """The indent of the list item that line i stands in."""
    for line in reversed(lines[:i]):
        if re.match(r"\d+\. ", line):
            return "   "
        if line and not line.startswith(" "):
            return ""
    return ""


def runs(block):
    expected = None
    for line in block:
        if line.startswith(COMMAND):
            if expected is not None:
                yield ("run", command, expected)
            command, expected = line[len(COMMAND) :], []
        elif expected is not None and line.strip():
            expected.append(line.rstrip())
    if expected is not None:
        yield ("run", command, expected)


def matches(expected, printed):
    """Whether the lines are printed in this order; "..." stands for any lines, or for the rest of one."""
    at, free = 0, False
    for line in expected:
        if line == "...":
            free = True
            continue
        fits = (lambda p: p.startswith(line[:-3])) if line.endswith("...") else (lambda p: p == line)
        found = next((k for k in range(at, len(printed)) if fits(printed[k])), None)
        if found is None or (found != at and not free):
            return False
        at, free = found + 1, False
    return free or at == len(printed)


def diurna(folder, arguments):
    done = subprocess.run(
        [os.environ["DIURNA_BINARY"], *arguments.split()], cwd=folder, capture_output=True, text=True, encoding="utf8"
    )
    return done.returncode, [line.rstrip() for line in (done.stdout + done.stderr).split("\n") if line.strip()]


class TutorialTest(unittest.TestCase):
    def test_the_extensions_that_it_shows_are_good(self):
        with open(DOCUMENT, encoding="utf8") as file:
            text = file.read()
        text = text[text.index(EXTENSIONS) + 1 :]
        entries = [line.strip() for line in text[: text.index("\n## ")].split("\n") if line.startswith("    ")]
        self.assertEqual(entries.count("[[system]]") + entries.count("[[class]]") + entries.count("[[service_frame]]"), 3)
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "entries.toml"), "w", encoding="utf8") as file:
                file.write("\n".join(entries) + "\n")
            status, printed = diurna(folder, "lexicon check .")
            self.assertEqual(status, 0, "\n".join(printed))

    def test_it_says_what_happens(self):
        with open(DOCUMENT, encoding="utf8") as file:
            written = list(steps(file.read()))
        kinds = [step[0] for step in written]
        self.assertEqual(kinds.count("file"), 2)
        self.assertEqual(kinds.count("run"), 5)
        self.assertEqual(kinds.count("change"), 1)
        folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, folder)
        for kind, name, *rest in written:
            path = os.path.join(folder, name)
            if kind == "file":
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf8") as file:
                    file.write(rest[0])
            elif kind == "change":
                with open(path, encoding="utf8") as file:
                    before = file.read()
                after = re.sub(rf"^{rest[0]} = .*$", f"{rest[0]} = {rest[1]}", before, flags=re.MULTILINE)
                self.assertNotEqual(before, after)
                with open(path, "w", encoding="utf8") as file:
                    file.write(after)
            else:
                _, printed = diurna(folder, name)
                self.assertTrue(matches(rest[0], printed), name + "\n" + "\n".join(printed))


if __name__ == "__main__":
    unittest.main()
