"""Tests of tools/format_lexicon.py, and that the product's lexicon is in the form that it makes."""

import os
import subprocess
import sys
import tempfile
import tomllib
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
TOOL = os.path.join(HERE, "..", "..", "tools", "format_lexicon.py")
LEXICON = os.path.join(HERE, "..", "..", "lexicon")

SCHEMA = """
[frame]
summary = "for the test"
[frame.keys]
words = {kind = "words", doc = "sorted"}
actor = {kind = "words", ordered = true, doc = "in order"}
"""


def formatted(text):
    with tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "schema"))
        for name, content in (("schema/frame.toml", SCHEMA), ("words.toml", text)):
            with open(os.path.join(folder, name), "w", encoding="utf8") as file:
                file.write(content)
        subprocess.run([sys.executable, "-B", TOOL, folder], check=True)
        again = subprocess.run([sys.executable, "-B", TOOL, "--check", folder], capture_output=True, text=True)
        assert again.returncode == 0, again.stdout
        with open(os.path.join(folder, "words.toml"), encoding="utf8") as file:
            return file.read()


class FormatLexiconTest(unittest.TestCase):
    def test_the_product_s_lexicon_is_in_its_form(self):
        done = subprocess.run([sys.executable, "-B", TOOL, "--check", LEXICON], capture_output=True, text=True)
        self.assertEqual(done.stdout, "")

    def test_words_are_sorted_each_once_and_classes_first(self):
        text = '[[frame]]\nwords = ["b", "a", "@x", "b"]\n'
        self.assertEqual(formatted(text), '[[frame]]\nwords = ["@x", "a", "b"]\n')

    def test_lists_with_an_order_and_sentences_stay(self):
        text = '[[frame]]\nactor = ["theme", "agent"]\nexamples = ["Z.", "A."]\n'
        self.assertEqual(formatted(text), text)

    def test_keys_that_name_come_first_and_examples_last(self):
        text = '[[frame]]\nexamples = ["A."]\ncounter = ["C."]\nwords = ["a"]\nname = "n"\n'
        self.assertEqual(
            formatted(text), '[[frame]]\nname = "n"\nwords = ["a"]\nexamples = ["A."]\ncounter = ["C."]\n'
        )

    def test_comments_stay_where_they_are(self):
        text = (
            "# the file\n\n# ---- part ----\n\n# of the entry\n[[frame]]\n"
            'name = "n"  # behind\n# above a key\nwords = ["a", "b # no comment"]\n\n# at the end\n'
        )
        self.assertEqual(formatted(text), text)

    def test_topics_are_sorted_within(self):
        text = '[[frame]]\nwords = [\n  "z", # first\n "b", "a",\n  # second\n  "d", "c"]\n'
        self.assertEqual(
            formatted(text), '[[frame]]\nwords = [\n  "z",\n  # first\n  "a", "b",\n  # second\n  "c", "d",\n]\n'
        )

    def test_no_line_is_long_and_nothing_is_lost(self):
        words = [f"word {i}" for i in range(100)]
        pattern = " ".join(words)
        text = "[[frame]]\nwords = [" + ", ".join(f'"{word}"' for word in words) + f']\nmatch = "{pattern}"\n'
        out = formatted(text)
        self.assertLessEqual(max(map(len, out.split("\n"))), 121)
        read = tomllib.loads(out)["frame"][0]
        self.assertEqual((sorted(read["words"]), read["match"]), (sorted(words), pattern))

    def test_tables_of_an_entry_stay_behind_its_keys(self):
        text = '[[frame]]\nname = "n"\n[frame.codes]\nb = "1"\na = "2"\n'
        self.assertEqual(formatted(text), text)

    def test_a_line_that_cannot_be_cut_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "long.toml"), "w", encoding="utf8") as file:
                file.write("[[frame]]\n# " + "x" * 170 + '\nname = "n"\n')
            done = subprocess.run([sys.executable, "-B", TOOL, "--check", folder], capture_output=True, text=True)
            self.assertEqual(done.stdout, "long.toml:2: 172 columns, over 160\n")
            self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    unittest.main()
