#!/usr/bin/env python3
"""Makes from vocabulary/record.toml what states the record's vocabularies and fields elsewhere.

usage: make_vocabulary.py            writes the files
       make_vocabulary.py --check    writes nothing; names the files that are not what would be written, exit status 1

  include/diurna/vocabulary.h   enumerations
  src/base/vocabulary.cc        their names
  docs/record.schema.json       the record as a JSON schema
  docs/record.md                its tables, between the markers <!-- table: NAME --> and <!-- end -->
"""

import json
import os
import re
import sys
import tomllib

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
SOURCE = "vocabulary/record.toml"
LINE = 120
MADE = f"Made by tools/make_vocabulary.py from {SOURCE}; edit that."


def enumerator(name):
    """AGREE: kAgree, part_of_day: kPartOfDay, martial-law: kMartialLaw."""
    return "k" + "".join(part.capitalize() for part in re.split(r"[^A-Za-z0-9]+", name))


def wrapped(words, indent):
    """Words with commas between them, in lines of at most LINE characters."""
    lines, line = [], indent
    for index, word in enumerate(words):
        piece = word + ("," if index + 1 < len(words) else "")
        if len(line) + len(piece) + 1 > LINE and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += piece + " "
    return "\n".join([*lines, line.rstrip()])


def paragraph(text, prefix):
    lines, line = [], prefix
    for word in text.split():
        if len(line) + len(word) > LINE:
            lines.append(line.rstrip())
            line = prefix
        line += word + " "
    return "\n".join([*lines, line.rstrip()])


# ---------------------------------------------------------------------------------------------------------------- C++

HEADER = """// The closed vocabularies of the record, as enumerations.
// {made}
//
// Example:
//
//   using diurna::EventType;
//   for (const EventType type : diurna::Terms<EventType>()) std::cout << diurna::Name(type) << '\\n';  // AGREE ...
//   if (diurna::Name(EventType::kAgree) != "AGREE") return 1;  // as JSON and the lexicon write it
//   if (diurna::Parse<EventType>("AGREE") != EventType::kAgree) return 1;
//   if (diurna::Parse<EventType>("agree")) return 1;  // nothing: the vocabulary has no such word
//
// The values of an enumeration are 0, 1, 2 ... in the order written here, so that they may index an array of kTerms<E>
// items. They are not stable between versions of the contract: store names, not numbers. All functions are pure.

#ifndef DIURNA_VOCABULARY_H_
#define DIURNA_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace diurna {{

// The version of the contract that records are written in.
inline constexpr std::string_view kRecordFormat = "{format}";

{enums}
// How many terms the vocabulary E has; 0 for a type that is none.
template <typename E>
inline constexpr size_t kTerms = 0;
{counts}

template <typename E>
concept Vocabulary = (kTerms<E> != 0);

// The names of all terms, in order.
template <Vocabulary E>
std::span<const std::string_view, kTerms<E>> Names() = delete;
{names}

// The names of a vocabulary by its own: "event_type"; none for a name that is no vocabulary's.
std::span<const std::string_view> NamesOf(std::string_view vocabulary);

template <Vocabulary E>
std::string_view Name(E term) {{
  return Names<E>()[static_cast<size_t>(term)];
}}

template <Vocabulary E>
std::optional<E> Parse(std::string_view name) {{
  const std::span<const std::string_view, kTerms<E>> names = Names<E>();
  for (size_t i = 0; i < names.size(); ++i) {{
    if (names[i] == name) return static_cast<E>(i);
  }}
  return std::nullopt;
}}

// All terms, in order.
template <Vocabulary E>
constexpr std::array<E, kTerms<E>> Terms() {{
  std::array<E, kTerms<E>> terms{{}};
  for (size_t i = 0; i < terms.size(); ++i) terms[i] = static_cast<E>(i);
  return terms;
}}

}}  // namespace diurna

#endif  // DIURNA_VOCABULARY_H_
"""

NAMES = """// The names of the terms of include/diurna/vocabulary.h.
// {made}

#include "diurna/vocabulary.h"

namespace diurna {{
namespace {{

// clang-format off
{arrays}
// clang-format on

}}  // namespace

{functions}
std::span<const std::string_view> NamesOf(std::string_view vocabulary) {{
{lookups}
  return {{}};
}}

}}  // namespace diurna
"""


def enumeration(vocabulary):
    summary = vocabulary["summary"]
    lines = [paragraph(summary[0].upper() + summary[1:] + ".", "// "), f"enum class {vocabulary['enum']} : uint8_t {{"]
    names = [enumerator(name) + "," for name in vocabulary["values"]]
    if len(set(names)) != len(names):
        raise SystemExit(f"{SOURCE}: {vocabulary['enum']}: two values make one enumerator")
    width = max(map(len, names))
    for name, meaning in zip(names, vocabulary["values"].values()):
        lines.append(f"  {name:<{width}}  // {meaning}")
        if len(lines[-1]) > LINE:
            raise SystemExit(f"{SOURCE}: {vocabulary['enum']}: the line of {name} is too long")
    return "\n".join([*lines, "};", ""])


def header(contract):
    vocabularies = contract["vocabulary"].values()
    return HEADER.format(
        made=MADE,
        format=contract["format"],
        enums="\n".join(map(enumeration, vocabularies)),
        counts="\n".join(
            f"template <>\ninline constexpr size_t kTerms<{v['enum']}> = {len(v['values'])};" for v in vocabularies
        ),
        names="\n".join(
            f"template <>\nstd::span<const std::string_view, kTerms<{v['enum']}>> Names<{v['enum']}>();" for v in vocabularies
        ),
    )


def names_source(contract):
    arrays, functions, lookups = [], [], []
    for name, v in contract["vocabulary"].items():
        enum = v["enum"]
        quoted = [json.dumps(value) for value in v["values"]]
        arrays.append(f"constexpr std::array<std::string_view, kTerms<{enum}>> k{enum} = {{\n{wrapped(quoted, '    ')}}};")
        functions.append(
            f"template <>\nstd::span<const std::string_view, kTerms<{enum}>> Names<{enum}>() {{\n  return k{enum};\n}}\n"
        )
        lookups.append(f'  if (vocabulary == "{name}") return k{enum};')
    return NAMES.format(made=MADE, arrays="\n".join(arrays), functions="\n".join(functions), lookups="\n".join(lookups))


# -------------------------------------------------------------------------------------------------------- JSON schema


class JsonSchema:
    def __init__(self, contract):
        self.contract = contract

    def value(self, field):
        """The schema of a field's value."""
        kind, nullable = field["type"], field.get("null", False)
        if kind.startswith("list of "):
            return {"type": "array", "items": self.value({**field, "type": kind.removeprefix("list of ")})}
        if kind in self.contract["vocabulary"] and not field.get("open"):
            return {"enum": [*self.contract["vocabulary"][kind]["values"], *([None] if nullable else [])]}
        if kind in self.contract["shape"]:
            shape = self.contract["shape"][kind]
            value = self.properties(shape["fields"]) if shape.get("inline") else {"$ref": f"#/$defs/{kind}"}
            return {"anyOf": [value, {"type": "null"}]} if nullable else value
        value = {
            "number": {"type": "number"},
            "integer": {"type": "integer"},
            "position": {"type": "integer", "minimum": 0},
            "flag": {"type": "boolean"},
            "probability": {"type": "number", "minimum": 0, "maximum": 1},
        }.get(kind, {"type": "string"})
        if "pattern" in field:
            value = {**value, "pattern": field["pattern"]}
            return {"anyOf": [value, {"type": "null"}]} if nullable else value
        return {**value, "type": [value["type"], "null"]} if nullable else value

    def properties(self, fields):
        return {"type": "object", "properties": {field["name"]: self.value(field) for field in fields}}

    def object(self, fields, closed=True):
        required = [field["name"] for field in fields if field.get("required")]
        return {**self.properties(fields), "required": required, **({"additionalProperties": False} if closed else {})}

    def span(self):
        """An empty span says nothing: its words have a letter at least, and its end lies behind a character."""
        span = self.object(self.contract["shape"]["span"]["fields"])
        span["properties"]["text"]["minLength"] = 1
        span["properties"]["end"]["minimum"] = 1
        return span

    def record(self):
        contract = self.contract
        shapes = {
            name: self.span() if name == "span" else self.object(shape["fields"])
            for name, shape in contract["shape"].items()
            if not shape.get("inline")
        }
        properties = {"document": self.object(contract["document"]["fields"], closed=False)}
        for name in contract["vocabulary"]["register"]["values"]:
            fields = contract["row"]["fields"] + contract["register"][name]["fields"]
            properties[name] = {"type": "array", "items": self.object(fields)}
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Diurna record of one report",
            "type": "object",
            "$defs": shapes,
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }


# ------------------------------------------------------------------------------------------------------------- manual


class Tables:
    """The tables of docs/record.md by name."""

    def __init__(self, contract):
        self.contract = contract

    def type_of(self, field):
        kind = field["type"]
        inner = kind.removeprefix("list of ")
        if inner in self.contract["vocabulary"] or inner in self.contract["shape"]:
            anchor = inner.replace("_", "-")
            kind = kind.replace(inner, f"[{inner}](#{anchor})")
        return kind + (" or null" if field.get("null") else "")

    def fields(self, fields):
        lines = ["| field | value | meaning |", "|---|---|---|"]
        for field in fields:
            name = f"**`{field['name']}`**" if field.get("required") else f"`{field['name']}`"
            lines.append(f"| {name} | {self.type_of(field)} | {field['meaning']} |")
        return "\n".join(lines)

    def terms(self, name):
        vocabulary = self.contract["vocabulary"][name]
        values = vocabulary["values"]
        if "of" in vocabulary:
            lines = ["| of | value | meaning |", "|---|---|---|"]
            for owner, names in vocabulary["of"].items():
                lines += [f"| {owner} | `{value}` | {values[value]} |" for value in names]
            return "\n".join(lines)
        return "\n".join(["| value | meaning |", "|---|---|", *(f"| `{value}` | {values[value]} |" for value in values)])

    def vocabularies(self):
        parts = []
        for name, vocabulary in self.contract["vocabulary"].items():
            if name != "register":
                summary = vocabulary["summary"]
                heading = f"### {name.replace('_', ' ')}\n\n{summary[0].upper()}{summary[1:]} (`{vocabulary['enum']}`)."
                parts.append(f"{heading}\n\n{self.terms(name)}")
        return "\n\n".join(parts)

    def registers(self):
        parts = []
        for name, meaning in self.contract["vocabulary"]["register"]["values"].items():
            parts.append(f"### {name}\n\n{meaning[0].upper()}{meaning[1:]}.\n\n" + self.fields(self.contract["register"][name]["fields"]))
        return "\n\n".join(parts)

    def shapes(self):
        parts = []
        for name, shape in self.contract["shape"].items():
            meaning = shape["meaning"]
            parts.append(f"### {name}\n\n{meaning[0].upper()}{meaning[1:]}.\n\n" + self.fields(shape["fields"]))
        return "\n\n".join(parts)

    def table(self, name):
        return {
            "registers": self.registers,
            "shapes": self.shapes,
            "vocabularies": self.vocabularies,
            "document": lambda: self.fields(self.contract["document"]["fields"]),
            "row": lambda: self.fields(self.contract["row"]["fields"]),
        }[name]()


def manual(contract, text):
    tables = Tables(contract)
    return re.sub(
        r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)",
        lambda found: f"{found.group(1)}\n{tables.table(found.group(2))}\n\n{found.group(3)}",
        text,
        flags=re.DOTALL,
    )


# --------------------------------------------------------------------------------------------------------------- files


def check(contract):
    """Says what the source names and does not have."""
    known = {"text", "number", "integer", "position", "flag", "probability", *contract["vocabulary"], *contract["shape"]}
    objects = {"document": contract["document"], "row": contract["row"], **contract["shape"], **contract["register"]}
    for name, owner in objects.items():
        for field in owner["fields"]:
            if field["type"].removeprefix("list of ") not in known:
                raise SystemExit(f"{SOURCE}: {name}.{field['name']}: no type {field['type']}")
    if list(contract["register"]) != list(contract["vocabulary"]["register"]["values"]):
        raise SystemExit(f"{SOURCE}: the registers are not those of their vocabulary")
    modes = contract["vocabulary"]["event_mode"]
    if {mode for names in modes["of"].values() for mode in names} != set(modes["values"]):
        raise SystemExit(f"{SOURCE}: event_mode.of does not hold just the values of event_mode")


def made(root):
    """The files that the source makes, by path."""
    with open(os.path.join(root, SOURCE), "rb") as file:
        contract = tomllib.load(file)
    check(contract)
    with open(os.path.join(root, "docs/record.md"), encoding="utf8") as file:
        text = file.read()
    return {
        "include/diurna/vocabulary.h": header(contract),
        "src/base/vocabulary.cc": names_source(contract),
        "docs/record.schema.json": json.dumps(JsonSchema(contract).record(), indent=1) + "\n",
        "docs/record.md": manual(contract, text),
    }


def main():
    stale = 0
    for name, content in made(ROOT).items():
        path = os.path.join(ROOT, name)
        try:
            with open(path, encoding="utf8") as file:
                same = file.read() == content
        except FileNotFoundError:
            same = False
        if same:
            continue
        if sys.argv[1:] == ["--check"]:
            print(f"{name}: not what {SOURCE} makes; run tools/make_vocabulary.py")
            stale += 1
        else:
            with open(path, "w", encoding="utf8") as file:
                file.write(content)
            print(f"wrote {name}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
