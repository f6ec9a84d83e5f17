// The compiler reads each file with toml++, which knows the line of every value, checks it against the schema, replaces
// words of the form "@class" by the words of that class, and lays entries out flat. A problem never stops it: all that
// is wrong with a lexicon is reported in one run.

#include "lexicon/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

#include "base/flat_file.h"
#include "lexicon/image.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace diurna {

namespace {

enum class Kind { kText, kWords, kNumber, kFlag, kMap };

struct Key {
  Kind kind = Kind::kText;
  bool required = false;
  std::set<std::string, std::less<>> values;
};

using Section = std::map<std::string, Key, std::less<>>;
using Schema = std::map<std::string, Section, std::less<>>;

constexpr std::string_view kClassSection = "class";

uint32_t LineOf(const toml::node& node) { return static_cast<uint32_t>(node.source().begin.line); }

std::string Joined(const std::set<std::string, std::less<>>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

class Problems {
 public:
  explicit Problems(std::vector<LexiconProblem>* out) : out_(out) {}
  void Add(const std::string& file, uint32_t line, std::string message) {
    out_->push_back({file, line, std::move(message)});
  }

 private:
  std::vector<LexiconProblem>* out_;
};

Schema ReadSchema(std::string_view text, Problems& problems) {
  static const std::map<std::string, Kind, std::less<>> kinds = {{"text", Kind::kText},
                                                                 {"words", Kind::kWords},
                                                                 {"number", Kind::kNumber},
                                                                 {"flag", Kind::kFlag},
                                                                 {"map", Kind::kMap}};
  Schema schema;
  std::vector<std::pair<std::string, std::string>> inherits;
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    problems.Add("schema", static_cast<uint32_t>(parsed.error().source().begin.line),
                 std::string(parsed.error().description()));
    return schema;
  }
  for (const auto& [section_name, node] : parsed.table()) {
    Section& section = schema[std::string(section_name.str())];
    for (const char* everywhere : {"examples", "counter"}) section[everywhere].kind = Kind::kWords;
    const toml::table* keys = node.as_table() ? node.as_table()->get_as<toml::table>("keys") : nullptr;
    if (node.as_table() != nullptr && (*node.as_table())["inherits"].is_string()) {
      inherits.emplace_back(section_name.str(), (*node.as_table())["inherits"].value_or(std::string()));
    }
    if (keys == nullptr) {
      problems.Add("schema", LineOf(node), fmt::format("section {} has no table of keys", section_name.str()));
      continue;
    }
    for (const auto& [key_name, key_node] : *keys) {
      const toml::table* definition = key_node.as_table();
      const std::string kind = definition ? (*definition)["kind"].value_or(std::string()) : std::string();
      const auto found = kinds.find(kind);
      if (found == kinds.end()) {
        problems.Add("schema", LineOf(key_node),
                     fmt::format("{}.{}: unknown kind '{}'", section_name.str(), key_name.str(), kind));
        continue;
      }
      Key& key = section[std::string(key_name.str())];
      key.kind = found->second;
      key.required = (*definition)["required"].value_or(false);
      if (const toml::array* values = (*definition)["values"].as_array()) {
        for (const toml::node& value : *values) key.values.insert(value.value_or(std::string()));
      }
    }
  }
  for (const auto& [heir, base] : inherits) {
    const auto found = schema.find(base);
    if (found == schema.end()) {
      problems.Add("schema", 0, fmt::format("{} inherits from {}, which there is not", heir, base));
      continue;
    }
    schema[heir].insert(found->second.begin(), found->second.end());
  }
  return schema;
}

// Builds the arrays of an image.
class ImageBuilder {
 public:
  ImageString Pooled(std::string_view string) {
    const auto found = pool_.find(std::string(string));
    if (found != pool_.end()) return found->second;
    const ImageString at{static_cast<uint32_t>(strings_.size()), static_cast<uint32_t>(string.size())};
    strings_ += string;
    pool_.emplace(string, at);
    return at;
  }

  void StartEntry(std::string_view section, std::string_view file, std::string_view name, uint32_t line) {
    entries_.push_back({Pooled(section), Pooled(file), Pooled(name), line, static_cast<uint32_t>(fields_.size()), 0});
  }
  void AddField(std::string_view key, double number, const std::vector<std::string>& values) {
    fields_.push_back(
        {Pooled(key), number, static_cast<uint32_t>(values_.size()), static_cast<uint32_t>(values.size())});
    for (const std::string& value : values) values_.push_back(Pooled(value));
    ++entries_.back().fields;
  }

  std::string Finish(std::string_view schema) const {
    FlatFileWriter writer(kLexiconKind, kLexiconVersion);
    writer.Add("strings", strings_);
    writer.Add("entries", Bytes(entries_));
    writer.Add("fields", Bytes(fields_));
    writer.Add("values", Bytes(values_));
    writer.Add("schema", std::string(schema));
    return writer.Finish();
  }

 private:
  template <typename T>
  static std::string Bytes(const std::vector<T>& items) {
    return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
  }

  std::string strings_;
  std::unordered_map<std::string, ImageString> pool_;
  std::vector<ImageEntry> entries_;
  std::vector<ImageField> fields_;
  std::vector<ImageString> values_;
};

class Compiler {
 public:
  Compiler(std::string_view schema, std::vector<LexiconProblem>* problems)
      : problems_(problems), schema_text_(schema), schema_(ReadSchema(schema, problems_)) {}

  void Parse(const LexiconSource& source) {
    toml::parse_result parsed = toml::parse(source.toml, source.file);
    if (!parsed) {
      problems_.Add(source.file, static_cast<uint32_t>(parsed.error().source().begin.line),
                    std::string(parsed.error().description()));
      return;
    }
    files_.push_back({source.file, std::move(parsed).table()});
    CollectClasses(files_.back());
  }

  // Makes the classes of another lexicon known; one of the same name in the sources goes before.
  void Know(const Lexicon& base) {
    for (const LexiconEntry& entry : base.Entries(kClassSection)) {
      std::vector<std::string>& words = known_classes_[std::string(entry.Text("name"))];
      for (const std::string_view word : entry.List("words")) words.emplace_back(word);
    }
  }

  std::string Compile() {
    classes_.merge(known_classes_);
    // Sections in the order of the schema, so that an image does not depend on which file an entry stands in.
    for (const auto& [file, table] : files_) {
      for (const auto& [section, node] : table) {
        if (!schema_.contains(section.str())) {
          problems_.Add(file, LineOf(node), fmt::format("unknown section [[{}]]", section.str()));
        }
      }
    }
    for (const auto& [section_name, section] : schema_) {
      std::set<std::string, std::less<>> names;
      for (const auto& [file, table] : files_) {
        const toml::node* node = table.get(section_name);
        if (node == nullptr) continue;
        const toml::array* entries = node->as_array();
        if (entries == nullptr) {
          problems_.Add(file, LineOf(*node), fmt::format("write [[{}]], an entry of a list", section_name));
          continue;
        }
        for (const toml::node& entry : *entries) {
          if (entry.as_table() == nullptr) {
            problems_.Add(file, LineOf(entry), "an entry is a table");
            continue;
          }
          CompileEntry(section_name, section, file, *entry.as_table(), &names);
        }
      }
    }
    return image_.Finish(schema_text_);
  }

 private:
  struct File {
    std::string name;
    toml::table table;
  };

  void CollectClasses(const File& file) {
    const toml::array* classes = file.table[kClassSection].as_array();
    if (classes == nullptr) return;
    for (const toml::node& node : *classes) {
      const toml::table* entry = node.as_table();
      if (entry == nullptr) continue;
      std::vector<std::string>& words = classes_[(*entry)["name"].value_or(std::string())];
      if (const toml::array* list = (*entry)["words"].as_array()) {
        for (const toml::node& word : *list) words.push_back(word.value_or(std::string()));
      }
    }
  }

  // Appends `word`, or the words of the class that it names.
  bool Expand(const std::string& word, const std::string& file, uint32_t line, int depth,
              std::vector<std::string>* out) {
    if (word.size() < 2 || word[0] != '@') {
      if (word.empty()) {
        problems_.Add(file, line, "an empty word");
        return false;
      }
      if (std::find(out->begin(), out->end(), word) == out->end()) out->push_back(word);
      return true;
    }
    const auto found = classes_.find(word.substr(1));
    if (found == classes_.end() || depth > 8) {
      problems_.Add(
          file, line,
          fmt::format("{}: {}", word, depth > 8 ? "classes name each other in a circle" : "no [[class]] of that name"));
      return false;
    }
    for (const std::string& member : found->second) {
      if (!Expand(member, file, line, depth + 1, out)) return false;
    }
    return true;
  }

  // The field's value as strings and a number, or false with a problem reported.
  bool ReadValue(const Key& key, const toml::node& node, const std::string& file, std::string_view name,
                 std::vector<std::string>* values, double* number) {
    const uint32_t line = LineOf(node);
    const auto fail = [&](std::string_view wanted) {
      problems_.Add(file, line, fmt::format("{}: should be {}", name, wanted));
      return false;
    };
    switch (key.kind) {
      case Kind::kText:
        if (!node.is_string()) return fail("a string");
        values->push_back(node.value_or(std::string()));
        break;
      case Kind::kWords: {
        const bool plain = name == "examples" || name == "counter";
        if (node.is_string()) return Expand(node.value_or(std::string()), file, line, 0, values);
        if (!node.is_array()) return fail("a list of strings");
        for (const toml::node& word : *node.as_array()) {
          if (!word.is_string()) return fail("a list of strings");
          if (plain) {
            values->push_back(word.value_or(std::string()));
          } else if (!Expand(word.value_or(std::string()), file, LineOf(word), 0, values)) {
            return false;
          }
        }
        break;
      }
      case Kind::kNumber:
        if (!node.is_number()) return fail("a number");
        *number = node.value_or(0.0);
        break;
      case Kind::kFlag:
        if (!node.is_boolean()) return fail("true or false");
        *number = node.value_or(false) ? 1 : 0;
        break;
      case Kind::kMap:
        if (!node.is_table()) return fail("a table of strings");
        for (const auto& [map_key, value] : *node.as_table()) {
          if (!value.is_string()) return fail("a table of strings");
          values->emplace_back(map_key.str());
          values->push_back(value.value_or(std::string()));
        }
        break;
    }
    if (!key.values.empty()) {
      const size_t step = key.kind == Kind::kMap ? 2 : 1;
      for (size_t i = step - 1; i < values->size(); i += step) {
        if (!key.values.contains((*values)[i])) {
          problems_.Add(file, line, fmt::format("{}: '{}' is none of: {}", name, (*values)[i], Joined(key.values)));
          return false;
        }
      }
    }
    return true;
  }

  void CompileEntry(const std::string& section_name, const Section& section, const std::string& file,
                    const toml::table& entry, std::set<std::string, std::less<>>* names) {
    const std::string name = entry["name"].value_or(std::string());
    bool good = true;
    for (const auto& [key, definition] : section) {
      if (definition.required && !entry.contains(key)) {
        problems_.Add(file, LineOf(entry), fmt::format("[[{}]] {}: '{}' is missing", section_name, name, key));
        good = false;
      }
    }
    if (!name.empty() && !names->insert(name).second) {
      problems_.Add(file, LineOf(entry), fmt::format("[[{}]]: a second entry of the name '{}'", section_name, name));
      good = false;
    }
    struct Field {
      std::string key;
      double number = 0;
      std::vector<std::string> values;
    };
    std::vector<Field> fields;
    for (const auto& [key, node] : entry) {
      const auto definition = section.find(key.str());
      if (definition == section.end()) {
        std::set<std::string, std::less<>> known;
        for (const auto& [known_key, unused] : section) known.insert(known_key);
        problems_.Add(file, LineOf(node),
                      fmt::format("[[{}]] has no key '{}'; its keys are: {}", section_name, key.str(), Joined(known)));
        good = false;
        continue;
      }
      Field field{std::string(key.str()), 0, {}};
      good = ReadValue(definition->second, node, file, field.key, &field.values, &field.number) && good;
      fields.push_back(std::move(field));
    }
    if (!good) return;
    image_.StartEntry(section_name, file, name, LineOf(entry));
    for (const Field& field : fields) image_.AddField(field.key, field.number, field.values);
  }

  Problems problems_;
  std::string schema_text_;
  Schema schema_;
  std::vector<File> files_;
  using Classes = std::map<std::string, std::vector<std::string>, std::less<>>;
  Classes classes_;
  Classes known_classes_;
  ImageBuilder image_;
};

}  // namespace

Result<std::vector<LexiconSource>> ReadLexiconFolder(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  for (const auto& item : std::filesystem::directory_iterator(folder, error)) {
    if (item.path().extension() == ".toml") paths.push_back(item.path().string());
  }
  if (error)
    return Status::NotFound(fmt::format("{}: cannot be read as a lexicon folder: {}", folder, error.message()));
  std::sort(paths.begin(), paths.end());
  std::vector<LexiconSource> sources;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    if (!file) return Status::NotFound(fmt::format("{}: cannot be read", path));
    sources.push_back({path, content.str()});
  }
  return sources;
}

std::string CompileLexicon(std::string_view schema, const std::vector<LexiconSource>& sources,
                           std::vector<LexiconProblem>* problems, const Lexicon* base) {
  Compiler compiler(schema, problems);
  if (base != nullptr) compiler.Know(*base);
  for (const LexiconSource& source : sources) compiler.Parse(source);
  return compiler.Compile();
}

}  // namespace diurna
