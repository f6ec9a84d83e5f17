"""Tests of tools/setup.sh on a make-believe source tree: when is a build fresh, and what is said when packages lack."""

import os
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


class SetupTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = scratch.name
        os.mkdir(os.path.join(self.root, "tools"))
        shutil.copy(os.path.join(ROOT, "tools", "setup.sh"), os.path.join(self.root, "tools"))
        for name in ["src/a.cc", "include/a.h", "lexicon/a.toml", "model/a.py", "CMakeLists.txt", "CMakePresets.json"]:
            self.write(name)
        self.write("build/data/english.model")
        self.write("build/data/world.gazetteer")
        self.write("build/release/diurna")
        os.chmod(os.path.join(self.root, "build/release/diurna"), 0o755)
        self.age(60)
        self.write("build/release/.ready")

    def write(self, name):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf8") as file:
            file.write("something\n")
        return path

    def age(self, seconds):
        """Makes everything, folders too, that many seconds older."""
        then = time.time() - seconds
        for folder, _, names in os.walk(self.root):
            for path in [folder] + [os.path.join(folder, name) for name in names]:
                os.utime(path, (then, then))

    def bash(self, command, path=None):
        script = f"set -euo pipefail; root={self.root}; source $root/tools/setup.sh; {command}"
        environment = dict(os.environ, PATH=path or os.environ["PATH"])
        return subprocess.run(["/bin/bash", "-c", script], capture_output=True, text=True, env=environment)

    def ready(self):
        return self.bash("ready").returncode == 0

    def test_is_ready_until_a_source_is_newer(self):
        self.assertTrue(self.ready())
        os.utime(self.write("lexicon/a.toml"), (time.time() + 5, time.time() + 5))
        self.assertFalse(self.ready())

    def test_is_not_ready_after_a_source_was_removed(self):
        os.remove(os.path.join(self.root, "src/a.cc"))
        os.utime(os.path.join(self.root, "src"), (time.time() + 5, time.time() + 5))
        self.assertFalse(self.ready())

    def test_is_not_ready_without_binary_or_data(self):
        for name in ["build/data/english.model", "build/data/world.gazetteer", "build/release/diurna"]:
            path = os.path.join(self.root, name)
            os.rename(path, path + ".away")
            self.assertFalse(self.ready(), name)
            os.rename(path + ".away", path)
        self.assertTrue(self.ready())

    def stamp(self):
        self.bash('{ digest_of_sources; sha256sum <"$binary"; } >"$stamp"')

    def test_a_copy_of_what_was_built_is_ready_whatever_its_times(self):
        self.stamp()
        stamp = os.path.join(self.root, "build/release/.ready")
        os.utime(stamp, (time.time() - 1000, time.time() - 1000))
        self.assertTrue(self.ready())
        self.assertGreater(os.path.getmtime(stamp), time.time() - 500)

    def test_a_copy_that_lacks_something_is_not_ready(self):
        self.stamp()
        stamp = os.path.join(self.root, "build/release/.ready")
        for name, what in [("build/release/diurna", "some"), ("lexicon/a.toml", "another\n"), ("src/b.cc", "")]:
            path = os.path.join(self.root, name)
            before = None
            if os.path.exists(path):
                with open(path, encoding="utf8") as file:
                    before = file.read()
            with open(path, "w", encoding="utf8") as file:
                file.write(what)
            os.utime(stamp, (time.time() - 1000, time.time() - 1000))
            self.assertFalse(self.ready(), name)
            if before is None:
                os.remove(path)
            else:
                with open(path, "w", encoding="utf8") as file:
                    file.write(before)
        self.assertTrue(self.ready())

    def test_a_moved_checkout_is_configured_anew(self):
        tools = os.path.join(self.root, "bin")
        os.mkdir(tools)
        for name in ["cmake", "ninja"]:
            path = os.path.join(tools, name)
            with open(path, "w", encoding="utf8") as file:
                file.write(f'#!/bin/sh\necho {name} "$@" >>{self.root}/calls\n')
            os.chmod(path, 0o755)
        for home in [self.root, "/nowhere/else"]:
            with open(os.path.join(self.root, "build/release/CMakeCache.txt"), "w", encoding="utf8") as file:
                file.write(f"CMAKE_CACHEFILE_DIR:INTERNAL={home}/build/release\nCMAKE_HOME_DIRECTORY:INTERNAL={home}\n")
            done = self.bash("build_preset release diurna", tools + ":" + os.environ["PATH"])
            self.assertEqual(done.returncode, 0, done.stderr)
        with open(os.path.join(self.root, "calls"), encoding="utf8") as file:
            calls = [line.strip() for line in file if line.startswith("cmake")]
        self.assertEqual(calls, ["cmake --preset release", "cmake --preset release --fresh"])

    def test_dropped_data_is_not_ready(self):
        self.assertEqual(self.bash("drop_data").returncode, 0)
        self.assertFalse(os.path.exists(os.path.join(self.root, "build/data/english.model")))
        self.assertFalse(self.ready())

    def test_without_root_the_missing_packages_and_the_command_are_named(self):
        tools = os.path.join(self.root, "bin")
        os.mkdir(tools)
        for name, body in [("dpkg-query", "echo ' g++=installed '"), ("id", "echo 1000"), ("apt-get", "exit 99")]:
            path = os.path.join(tools, name)
            with open(path, "w", encoding="utf8") as file:
                file.write(f"#!/bin/sh\n{body}\n")
            os.chmod(path, 0o755)
        done = self.bash("install_packages check", tools + ":" + os.environ["PATH"])
        self.assertEqual(done.returncode, 1)
        self.assertIn("apt-get update && apt-get install --no-install-recommends cmake ", done.stderr)
        self.assertIn(" clang-format\n", done.stderr)
        self.assertNotIn("g++", done.stderr)


if __name__ == "__main__":
    unittest.main()
