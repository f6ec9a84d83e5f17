#!/usr/bin/env python3
"""Makes a source file of the examples that the public headers carry.

usage: header_examples.py OUT HEADER...

The comment at the top of each header has a line "// Example..." and behind it the example, indented by two more blanks
than the text around it. Each becomes the body of a function that returns 0 unless the example returns something else.
A header without an example has no function; the test tells of it.
"""

import os
import re
import sys

PREFIX = "//   "


def example_of(path):
    lines = []
    found = False
    with open(path, encoding="utf8") as file:
        for line in file.read().split("\n"):
            if not line.startswith("//"):
                break
            if line.startswith("// Example"):
                found = True
            elif found and line.startswith(PREFIX):
                lines.append(line.removeprefix(PREFIX))
            elif found and line == "//":
                lines.append("")
            elif found:
                break
    return lines


def main():
    out, headers = sys.argv[1], sys.argv[2:]
    examples = {os.path.basename(header): example_of(header) for header in headers}
    source = ["// Made by tests/api/header_examples.py from the public headers.", ""]
    source += [f'#include "diurna/{name}"' for name in examples]
    source += ["", "#include <iostream>", "", '#include "api/header_examples.h"', ""]
    calls = []
    for name, example in examples.items():
        if not any(example):
            continue
        function = "ExampleOf" + re.sub(r"\W", "_", name)
        source += [f"static int {function}() {{", f'#line 1 "example of {name}"', *example, "return 0;", "}", ""]
        calls.append(f'    {{"{name}", &{function}}},')
    source += ["const std::vector<diurna::HeaderExample>& diurna::HeaderExamples() {"]
    source += ["  static const std::vector<HeaderExample> examples = {", *calls, "  };", "  return examples;", "}", ""]
    with open(out, "w", encoding="utf8") as file:
        file.write("\n".join(source))


if __name__ == "__main__":
    main()
