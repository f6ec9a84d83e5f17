// toml++ knows the line of every value; each is checked for its kind and its vocabulary where it stands.

#include "lexicon/entry_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace diurna {

namespace {

using Names = std::set<std::string, std::less<>>;

uint32_t LineOf(const toml::node& node) { return static_cast<uint32_t>(node.source().begin.line); }

std::string Joined(const Names& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// Reads one value, and reports what is wrong with it.
class ValueReader {
 public:
  ValueReader(const KeySchema& schema, const std::string& file, LexiconProblems* problems)
      : schema_(schema), file_(file), problems_(*problems) {}

  // False with a problem reported.
  bool Read(const toml::node& node, FieldData* field) {
    key_ = field->key;
    switch (schema_.kind) {
      case FieldKind::kText:
        if (!node.is_string()) return Fail(node, "a string");
        Add(node, field);
        break;
      case FieldKind::kWords:
        if (!ReadWords(node, field)) return false;
        break;
      case FieldKind::kNumber:
        if (!node.is_number()) return Fail(node, "a number");
        field->number = node.value_or(0.0);
        break;
      case FieldKind::kFlag:
        if (!node.is_boolean()) return Fail(node, "true or false");
        field->number = node.value_or(false) ? 1 : 0;
        break;
      case FieldKind::kMap:
        if (!ReadMap(node, field)) return false;
        break;
    }
    return InVocabulary(*field);
  }

 private:
  bool Fail(const toml::node& node, std::string_view wanted) {
    problems_.push_back({file_, LineOf(node), fmt::format("{}: should be {}", key_, wanted)});
    return false;
  }
  static void Add(const toml::node& node, FieldData* field) {
    field->values.push_back(node.value_or(std::string()));
    field->lines.push_back(LineOf(node));
  }

  bool AddWord(const toml::node& node, FieldData* field) {
    if (!node.is_string()) return Fail(node, "a list of strings");
    if (node.value_or(std::string()).empty()) {
      problems_.push_back({file_, LineOf(node), fmt::format("{}: an empty word", key_)});
      return false;
    }
    Add(node, field);
    return true;
  }
  bool ReadWords(const toml::node& node, FieldData* field) {
    if (node.is_string()) return AddWord(node, field);
    if (!node.is_array()) return Fail(node, "a list of strings");
    for (const toml::node& word : *node.as_array()) {
      if (!AddWord(word, field)) return false;
    }
    return true;
  }
  bool ReadMap(const toml::node& node, FieldData* field) {
    if (!node.is_table()) return Fail(node, "a table of strings");
    for (const auto& [map_key, value] : *node.as_table()) {
      if (!value.is_string()) return Fail(value, "a string");
      field->values.emplace_back(map_key.str());
      field->lines.push_back(LineOf(value));
      Add(value, field);
    }
    return true;
  }

  bool InVocabulary(const FieldData& field) {
    if (schema_.values.empty()) return true;
    const size_t step = schema_.kind == FieldKind::kMap ? 2 : 1;
    for (size_t i = step - 1; i < field.values.size(); i += step) {
      if (schema_.values.contains(field.values[i])) continue;
      problems_.push_back({file_, field.lines[i],
                           fmt::format("{}: '{}' is none of: {}", field.key, field.values[i], Joined(schema_.values))});
      return false;
    }
    return true;
  }

  const KeySchema& schema_;
  const std::string& file_;
  LexiconProblems& problems_;
  std::string_view key_;
};

class EntryReader {
 public:
  EntryReader(const LexiconSchema& schema, bool own, LexiconProblems* problems)
      : schema_(schema), own_(own), problems_(*problems) {}

  void Parse(const LexiconSource& source) {
    toml::parse_result parsed = toml::parse(source.toml, source.file);
    if (!parsed) {
      Problem(source.file, static_cast<uint32_t>(parsed.error().source().begin.line),
              std::string(parsed.error().description()));
      return;
    }
    files_.push_back({source.file, std::move(parsed).table()});
    for (const auto& [section, node] : files_.back().table) {
      const auto found = schema_.find(section.str());
      if (found == schema_.end() || found->second.abstract) {
        Problem(source.file, LineOf(node), fmt::format("unknown section [[{}]]", section.str()));
      } else if (own_ && found->second.built_in) {
        Problem(
            source.file, LineOf(node),
            fmt::format("[[{}]] is read when the product's data files are built; here it does nothing", section.str()));
      }
    }
  }

  std::vector<EntryData> Read() {
    for (const auto& [section_name, section] : schema_) {
      names_.clear();
      if (section.abstract || (own_ && section.built_in)) continue;
      for (const File& file : files_) {
        if (const toml::node* node = file.table.get(section_name)) ReadSection(section_name, section, file.name, *node);
      }
    }
    return std::move(entries_);
  }

 private:
  struct File {
    std::string name;
    toml::table table;
  };

  void Problem(const std::string& file, uint32_t line, std::string message) {
    problems_.push_back({file, line, std::move(message)});
  }

  void ReadSection(const std::string& section_name, const SectionSchema& section, const std::string& file,
                   const toml::node& node) {
    const toml::array* entries = node.as_array();
    if (entries == nullptr) {
      Problem(file, LineOf(node), fmt::format("write [[{}]], an entry of a list", section_name));
      return;
    }
    for (const toml::node& entry : *entries) {
      if (entry.as_table() == nullptr) {
        Problem(file, LineOf(entry), "an entry is a table");
      } else {
        ReadEntry(section_name, section, file, *entry.as_table());
      }
    }
  }

  void ReadEntry(const std::string& section_name, const SectionSchema& section, const std::string& file,
                 const toml::table& table) {
    EntryData entry;
    entry.section = section_name;
    entry.file = file;
    entry.line = LineOf(table);
    bool good = true;
    for (const auto& [key, node] : table) {
      const auto definition = section.keys.find(key.str());
      if (definition == section.keys.end()) {
        ReportUnknownKey(section_name, section, file, LineOf(node), key.str());
        good = false;
        continue;
      }
      FieldData field;
      field.key = key.str();
      good = ValueReader(definition->second, file, &problems_).Read(node, &field) && good;
      Take(std::move(field), &entry);
    }
    std::stable_sort(entry.examples.begin(), entry.examples.end(),
                     [](const ExampleData& a, const ExampleData& b) { return a.line < b.line; });
    good = Complete(section, table, entry) && good;
    if (good) entries_.push_back(std::move(entry));
  }

  // Puts a field where it belongs: what is said of the entry itself is no field of it.
  static void Take(FieldData field, EntryData* entry) {
    if (field.key == kExamplesKey || field.key == kCounterKey) {
      for (size_t i = 0; i < field.values.size(); ++i) {
        entry->examples.push_back({field.values[i], entry->file, field.lines[i], field.key == kCounterKey});
      }
    } else if (field.key == kExtendsKey) {
      if (!field.values.empty()) entry->extends = field.values[0];
    } else if (field.key == kOverrideKey) {
      entry->overrides = std::move(field.values);
    } else {
      if (field.key == kNameKey && !field.values.empty()) entry->name = field.values[0];
      entry->fields.push_back(std::move(field));
    }
  }

  void ReportUnknownKey(const std::string& section_name, const SectionSchema& section, const std::string& file,
                        uint32_t line, std::string_view key) {
    if (key == kExamplesKey || key == kCounterKey) {
      Problem(file, line,
              fmt::format("[[{}]] has no '{}': what its entries do cannot be told from rows", section_name, key));
      return;
    }
    Names known;
    for (const auto& [name, unused] : section.keys) known.insert(name);
    Problem(file, line, fmt::format("[[{}]] has no key '{}'; its keys are: {}", section_name, key, Joined(known)));
  }

  // Whether the entry has what it must have, and may be here at all.
  bool Complete(const SectionSchema& section, const toml::table& table, const EntryData& entry) {
    bool good = true;
    const auto problem = [&](std::string message) {
      Problem(entry.file, entry.line, std::move(message));
      good = false;
    };
    if (!entry.extends.empty()) {
      if (!entry.name.empty())
        problem(fmt::format("[[{}]] extends '{}': it has no name of its own", entry.section, entry.extends));
    } else {
      for (const auto& [key, definition] : section.keys) {
        if (definition.required && !table.contains(key)) {
          problem(fmt::format("[[{}]] {}: '{}' is missing", entry.section, entry.name, key));
        }
      }
      if (!entry.overrides.empty())
        problem(fmt::format("[[{}]]: '{}' stands beside '{}' only", entry.section, kOverrideKey, kExtendsKey));
    }
    if (!entry.name.empty() && !names_.insert(entry.name).second) {
      problem(fmt::format("[[{}]]: a second entry of the name '{}'", entry.section, entry.name));
    }
    return good;
  }

  const LexiconSchema& schema_;
  bool own_;
  LexiconProblems& problems_;
  std::vector<File> files_;
  Names names_;  // of the section that is being read
  std::vector<EntryData> entries_;
};

}  // namespace

std::vector<EntryData> ReadEntries(const LexiconSchema& schema, const std::vector<LexiconSource>& sources, bool own,
                                   LexiconProblems* problems) {
  EntryReader reader(schema, own, problems);
  for (const LexiconSource& source : sources) reader.Parse(source);
  return reader.Read();
}

}  // namespace diurna
