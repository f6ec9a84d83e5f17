"""Every section and key of lexicon/schema/ says what it is for, and no line of it is too long to be read."""

import os
import tomllib
import unittest

SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "lexicon", "schema")
LONGEST = 160


class SchemaTest(unittest.TestCase):
    def setUp(self):
        self.texts = {}
        for name in sorted(os.listdir(SCHEMA)):
            with open(os.path.join(SCHEMA, name), encoding="utf8") as file:
                self.texts[name] = file.read()

    def test_everything_is_documented(self):
        missing, sections = [], 0
        for name, text in self.texts.items():
            for section, definition in tomllib.loads(text).items():
                sections += 1
                if not definition.get("summary"):
                    missing.append(f"{name}: {section} has no summary")
                missing += [f"{name}: {section}.{key} has no doc" for key, value in definition["keys"].items() if not value.get("doc")]
        self.assertEqual(missing, [])
        self.assertGreater(sections, 50)

    def test_lines_can_be_read(self):
        long = [f"{n}:{i}" for n, text in self.texts.items() for i, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST]
        self.assertEqual(long, [])


if __name__ == "__main__":
    unittest.main()
