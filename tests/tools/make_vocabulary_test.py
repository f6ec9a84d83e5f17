"""Tests of tools/make_vocabulary.py: nothing that it makes is stale, and its schema is the contract's."""

import importlib.util
import json
import os
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

spec = importlib.util.spec_from_file_location("make_vocabulary", os.path.join(ROOT, "tools", "make_vocabulary.py"))
make_vocabulary = importlib.util.module_from_spec(spec)
spec.loader.exec_module(make_vocabulary)


def contract_schema():
    """The contract's own schema, which lies beside the source tree where there is one."""
    for above in ("..", "../.."):
        path = os.path.join(ROOT, above, "shared", "record", "record.schema.json")
        if os.path.isfile(path):
            return path
    return None


class MakeVocabularyTest(unittest.TestCase):
    def test_the_files_made_are_those_in_the_tree(self):
        for name, content in make_vocabulary.made(ROOT).items():
            with open(os.path.join(ROOT, name), encoding="utf8") as file:
                self.assertEqual(file.read(), content, f"{name} is stale: run tools/make_vocabulary.py")

    def test_the_schema_is_the_contracts(self):
        contract = contract_schema()
        if contract is None:
            self.skipTest("no contract beside the source tree")
        with open(contract, encoding="utf8") as file:
            wanted = json.load(file)
        with open(os.path.join(ROOT, "docs", "record.schema.json"), encoding="utf8") as file:
            self.assertEqual(json.load(file), wanted)

    def test_enumerators(self):
        names = {"AGREE": "kAgree", "part_of_day": "kPartOfDay", "martial-law": "kMartialLaw", "admin2": "kAdmin2"}
        for name, wanted in names.items():
            self.assertEqual(make_vocabulary.enumerator(name), wanted)

    def test_a_table_replaces_what_stood_between_its_markers(self):
        contract = {
            "vocabulary": {"colour": {"enum": "Colour", "summary": "colours", "values": {"red": "as blood"}}},
            "shape": {},
            "row": {"fields": [{"name": "shade", "type": "colour", "required": True, "null": True, "meaning": "its colour"}]},
        }
        text = make_vocabulary.manual(contract, "a\n<!-- table: row -->\nold\n<!-- end -->\nb\n")
        self.assertIn("| **`shade`** | [colour](#colour) or null | its colour |", text)
        self.assertNotIn("old", text)
        self.assertTrue(text.startswith("a\n") and text.endswith("b\n"))

    def test_an_unknown_type_is_an_error(self):
        contract = {
            "vocabulary": {},
            "shape": {},
            "register": {},
            "document": {"fields": [{"name": "id", "type": "texts", "meaning": "none"}]},
            "row": {"fields": []},
        }
        with self.assertRaisesRegex(SystemExit, "document.id: no type texts"):
            make_vocabulary.check(contract)


if __name__ == "__main__":
    unittest.main()
