#include "lexicon/schema.h"

#include <fmt/format.h>

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "diurna/vocabulary.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace diurna {

namespace {

constexpr std::string_view kSchemaFile = "schema";

class SchemaReader {
 public:
  explicit SchemaReader(LexiconProblems* problems) : problems_(*problems) {}

  LexiconSchema Read(std::string_view text) {
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
      Problem(parsed.error().source().begin.line, std::string(parsed.error().description()));
      return {};
    }
    for (const auto& [name, node] : parsed.table()) ReadSection(std::string(name.str()), node);
    Inherit();
    for (auto& [name, section] : schema_) AddCommonKeys(&section);
    return std::move(schema_);
  }

 private:
  void Problem(uint32_t line, std::string message) {
    problems_.push_back({std::string(kSchemaFile), line, std::move(message)});
  }
  static uint32_t LineOf(const toml::node& node) { return static_cast<uint32_t>(node.source().begin.line); }

  void ReadSection(const std::string& name, const toml::node& node) {
    SectionSchema& section = schema_[name];
    const toml::table* table = node.as_table();
    const toml::table* keys = table != nullptr ? table->get_as<toml::table>("keys") : nullptr;
    if (keys == nullptr) {
      Problem(LineOf(node), fmt::format("section {} has no table of keys", name));
      return;
    }
    if (const auto base = (*table)["inherits"].value<std::string>()) inherits_.emplace_back(name, *base);
    section.abstract = (*table)["abstract"].value_or(false);
    section.built_in = (*table)["built_in"].value_or(false);
    if (const auto rule = (*table)["examples"].value<std::string>()) {
      section.examples = *rule == "required" ? ExampleRule::kRequired : ExampleRule::kOptional;
      if (*rule != "required" && *rule != "optional") {
        Problem(LineOf(node), fmt::format("{}: examples are 'required' or 'optional', not '{}'", name, *rule));
      }
    }
    for (const auto& [key, definition] : *keys) ReadKey(name, std::string(key.str()), definition, &section);
  }

  void ReadKey(const std::string& section_name, const std::string& key_name, const toml::node& node,
               SectionSchema* section) {
    static const std::map<std::string, FieldKind, std::less<>> kinds = {{"text", FieldKind::kText},
                                                                        {"words", FieldKind::kWords},
                                                                        {"number", FieldKind::kNumber},
                                                                        {"flag", FieldKind::kFlag},
                                                                        {"map", FieldKind::kMap}};
    const toml::table* definition = node.as_table();
    const std::string kind = definition != nullptr ? (*definition)["kind"].value_or(std::string()) : std::string();
    const auto found = kinds.find(kind);
    if (found == kinds.end()) {
      Problem(LineOf(node), fmt::format("{}.{}: unknown kind '{}'", section_name, key_name, kind));
      return;
    }
    KeySchema& key = section->keys[key_name];
    key.kind = found->second;
    key.required = (*definition)["required"].value_or(false);
    if (const toml::array* values = (*definition)["values"].as_array()) {
      for (const toml::node& value : *values) key.values.insert(value.value_or(std::string()));
    }
    if (const std::optional<std::string> vocabulary = (*definition)["vocabulary"].value<std::string>()) {
      const std::span<const std::string_view> names = NamesOf(*vocabulary);
      key.values.insert(names.begin(), names.end());
      if (names.empty()) {
        Problem(LineOf(node), fmt::format("{}.{}: no vocabulary '{}'", section_name, key_name, *vocabulary));
      }
    }
  }

  void Inherit() {
    for (const auto& [heir, base] : inherits_) {
      const auto found = schema_.find(base);
      if (found == schema_.end()) {
        Problem(0, fmt::format("{} inherits from {}, which there is not", heir, base));
        continue;
      }
      schema_[heir].keys.insert(found->second.keys.begin(), found->second.keys.end());
    }
  }

  static void AddCommonKeys(SectionSchema* section) {
    section->keys.emplace(kNameKey, KeySchema{});
    section->keys.emplace(kExtendsKey, KeySchema{});
    section->keys.emplace(kOverrideKey, KeySchema{FieldKind::kWords, false, {}});
    if (section->examples == ExampleRule::kNone) return;
    section->keys.emplace(kExamplesKey, KeySchema{FieldKind::kWords, section->examples == ExampleRule::kRequired, {}});
    section->keys.emplace(kCounterKey, KeySchema{FieldKind::kWords, false, {}});
  }

  LexiconProblems& problems_;
  LexiconSchema schema_;
  std::vector<std::pair<std::string, std::string>> inherits_;  // heir, base
};

}  // namespace

LexiconSchema ReadLexiconSchema(std::string_view text, LexiconProblems* problems) {
  return SchemaReader(problems).Read(text);
}

std::string Describe(const LexiconProblems& problems) {
  std::string out;
  for (const LexiconProblem& problem : problems) {
    out += fmt::format("{}{}:{}: {}", out.empty() ? "" : "\n", problem.file, problem.line, problem.message);
  }
  return out;
}

}  // namespace diurna
