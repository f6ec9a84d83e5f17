"""Tests of tools/compare_records.py on records made for the purpose."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "compare_records.py")


def record(**changes):
    return {
        "document": {"id": "a", "format": "1"},
        "figures": [
            {"id": "f1", "value": 3, "time": {"basis": "stated"}},
            {"id": "f2", "value": 4, "time": None},
        ],
        **changes,
    }


def compare(before, after, *options):
    """Exit status and lines printed for two folders of records by file name."""
    with tempfile.TemporaryDirectory() as root:
        for folder, files in (("before", before), ("after", after)):
            os.makedirs(os.path.join(root, folder, "sub"))
            for name, value in files.items():
                with open(os.path.join(root, folder, name), "w", encoding="utf8") as file:
                    json.dump(value, file)
        done = subprocess.run(
            [sys.executable, "-B", TOOL, "before", "after", *options], cwd=root, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout.splitlines()


class CompareRecordsTest(unittest.TestCase):
    def test_the_same_values_in_another_order_of_keys_are_the_same(self):
        turned = dict(reversed(record().items()))
        status, lines = compare({"sub/a.json": record()}, {"sub/a.json": turned})
        self.assertEqual((status, lines), (0, ["1 files, 0 differ, 0 differences"]))

    def test_a_difference_is_named_by_file_register_row_and_field(self):
        other = record(figures=[{"id": "f1", "value": 3, "time": {"basis": "inherited"}}, {"id": "f3", "value": 4, "time": None}])
        status, lines = compare({"a.json": record()}, {"a.json": other})
        self.assertEqual(status, 1)
        self.assertEqual(
            lines,
            [
                'a.json: figures f1 time basis: "stated" -> "inherited"',
                'a.json: figures f2: {"id": "f2", "time": null, "value": 4} -> (not there)',
                'a.json: figures f3: (not there) -> {"id": "f3", "time": null, "value": 4}',
                "1 files, 1 differ, 3 differences",
            ],
        )

    def test_rows_in_another_order_are_a_difference(self):
        status, lines = compare({"a.json": record()}, {"a.json": record(figures=record()["figures"][::-1])})
        self.assertEqual(status, 1)
        self.assertEqual(lines[0], 'a.json: figures (order): ["f1", "f2"] -> ["f2", "f1"]')

    def test_what_is_ignored_is_no_difference(self):
        other = record(document={"id": "a"})
        self.assertEqual(compare({"a.json": record()}, {"a.json": other})[0], 1)
        self.assertEqual(compare({"a.json": record()}, {"a.json": other}, "--ignore", "document.format")[0], 0)
        other = record(figures=[{"id": "f1", "value": 3, "time": {"basis": "inherited"}}, record()["figures"][1]])
        self.assertEqual(compare({"a.json": record()}, {"a.json": other}, "--ignore", "figures.time")[0], 0)

    def test_a_file_of_one_side_is_a_difference(self):
        status, lines = compare({"a.json": record()}, {})
        self.assertEqual((status, lines[0]), (1, "a.json: (only in before)"))


if __name__ == "__main__":
    unittest.main()
