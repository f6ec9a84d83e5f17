"""Tests of tools/check_house.py on small trees made for the purpose."""

import os
import subprocess
import sys
import tempfile
import unittest

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools", "check_house.py")


def findings(files):
    """What the tool prints about a source tree of these files, a line each."""
    with tempfile.TemporaryDirectory() as root:
        subprocess.run(["git", "init", "-q", root], check=True)
        for name, content in files.items():
            path = os.path.join(root, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf8") as file:
                file.write(content)
        done = subprocess.run([sys.executable, "-B", TOOL, root], capture_output=True, text=True)
        lines = done.stdout.splitlines()
        assert done.returncode == (1 if lines else 0), done.stderr
        return lines


class CheckHouseTest(unittest.TestCase):
    def test_a_floor_may_include_itself_what_is_below_and_the_public_headers(self):
        source = '#include "times/times.h"\n#include "base/utf8.h"\n#include "text/reader.h"\n#include "diurna/span.h"\n'
        self.assertEqual(findings({"src/times/times.cc": source}), [])

    def test_a_floor_may_not_include_what_is_above_or_beside_it(self):
        self.assertIn("floor base", findings({"src/base/a.cc": '#include "text/reader.h"\n'})[0])
        self.assertIn("src/times/a.cc:2:", findings({"src/times/a.cc": '\n#include "record/assemble.h"\n'})[0])
        self.assertEqual(len(findings({"src/language/a.cc": '#include "lexicon/lexicon.h"\n'})), 1)
        self.assertEqual(len(findings({"src/cellar/a.cc": '#include "base/utf8.h"\n'})), 1)

    def test_a_guard_is_made_of_the_path(self):
        good = {"src/base/utf8.h": "#ifndef DIURNA_BASE_UTF8_H_\n", "include/diurna/span.h": "#ifndef DIURNA_SPAN_H_\n"}
        self.assertEqual(findings(good), [])
        self.assertIn("DIURNA_BASE_UTF8_H_", findings({"src/base/utf8.h": "#ifndef UTF8_H\n"})[0])

    def test_unfinished_work_machine_paths_and_regexes_are_found(self):
        self.assertEqual(len(findings({"src/base/a.cc": "// TO" "DO: later\n"})), 1)
        self.assertEqual(len(findings({"tools/a.sh": "cd /ho" "me/somebody/diurna\n"})), 1)
        self.assertEqual(len(findings({"src/base/a.cc": "std::reg" "ex r;\n"})), 1)
        self.assertEqual(findings({"tools/a.sh": 'cd "$HOME/home/x" && ls ../tmp/x\n'}), [])

    def test_a_class_has_its_name_alone(self):
        one, other = "#ifndef DIURNA_TIMES_A_H_\nclass Table {\n", "#ifndef DIURNA_PLACES_B_H_\nstruct Table {\n"
        self.assertIn("class Table", findings({"src/times/a.h": one, "src/places/b.h": other})[0])
        self.assertEqual(findings({"src/times/a.h": one, "src/places/b.h": other.replace("struct Table {", "class Table;")}), [])

    def test_english_words_in_code_are_found(self):
        for code in (
            'if (token.lower == "flood") return true;',
            'if ("said" != lemma) return true;',
            'return text.starts_with("at least");',
            'for (const std::string_view word : {"quake", "flood"}) {}',
            'const std::set<std::string> kVerbs = {"say", "tell"};',
            'if (where == "agent" && lower == "who") return;',
        ):
            self.assertEqual(len(findings({"src/record/a.cc": code + "\n"})), 1, code)
            self.assertEqual(findings({"src/syntax/a.cc": code + "\n", "tests/record/a.cc": code + "\n"}), [], code)

    def test_names_of_the_lexicon_and_of_roles_are_no_english(self):
        for code in (
            'for (const LexiconEntry& entry : lexicon.Entries("speech")) {}',
            'if (entry.Text("modifier") == "actor") return;',
            'constexpr Unit kUnits[] = {{"metre", &Unit::metre}, {"mile", Unit::kMile}};',
            'constexpr std::string_view kFormNames[] = {"active", "passive"};',
            'if (where == "theme") return; // not "flood"',
            'for (const std::string_view role : {"agent", "recipient"}) {}',
            'if (name != "plain") return;',
            'out.push_back({"set aside", why});',
        ):
            self.assertEqual(findings({"src/record/a.cc": code + "\n"}), [], code)


if __name__ == "__main__":
    unittest.main()
