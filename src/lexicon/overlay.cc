#include "lexicon/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace diurna {

namespace {

using SectionAndName = std::pair<std::string, std::string>;

class Overlayer {
 public:
  Overlayer(const LexiconSchema& schema, std::vector<EntryData>* entries, LexiconProblems* problems)
      : schema_(schema), entries_(*entries), problems_(*problems) {
    for (size_t i = 0; i < entries_.size(); ++i) Index(i);
  }

  void Put(std::vector<EntryData> upper) {
    std::vector<EntryData> extensions;
    for (EntryData& entry : upper) {
      if (!entry.extends.empty()) {
        extensions.push_back(std::move(entry));
        continue;
      }
      const auto found = by_name_.find({entry.section, entry.name});
      if (found != by_name_.end()) {
        entries_[found->second] = std::move(entry);
      } else {
        entries_.push_back(std::move(entry));
        Index(entries_.size() - 1);
      }
    }
    for (EntryData& extension : extensions) Extend(extension);
  }

 private:
  void Index(size_t i) {
    if (!entries_[i].name.empty()) by_name_.emplace(SectionAndName{entries_[i].section, entries_[i].name}, i);
  }
  void Problem(const EntryData& at, uint32_t line, std::string message) {
    problems_.push_back({at.file, line, std::move(message)});
  }

  void Extend(EntryData& extension) {
    const auto found = by_name_.find({extension.section, extension.extends});
    if (found == by_name_.end()) {
      ReportMissing(extension);
      return;
    }
    EntryData& base = entries_[found->second];
    for (const std::string& key : extension.overrides) {
      if (extension.Find(key) == nullptr) {
        Problem(extension, extension.line, fmt::format("override: the entry gives no '{}'", key));
      }
    }
    for (FieldData& field : extension.fields) Merge(extension, std::move(field), &base);
    base.examples.insert(base.examples.end(), extension.examples.begin(), extension.examples.end());
    base.extended_by.push_back(fmt::format("{}:{}", extension.file, extension.line));
  }

  void ReportMissing(const EntryData& extension) {
    std::string elsewhere;
    for (const auto& [key, unused] : by_name_) {
      if (key.second == extension.extends)
        elsewhere += fmt::format("{}[[{}]]", elsewhere.empty() ? "" : ", ", key.first);
    }
    Problem(extension, extension.line,
            elsewhere.empty()
                ? fmt::format("extends '{}': there is no [[{}]] of that name", extension.extends, extension.section)
                : fmt::format("extends '{}': there is no [[{}]] of that name, but it is one of {}", extension.extends,
                              extension.section, elsewhere));
  }

  void Merge(const EntryData& extension, FieldData field, EntryData* base) {
    const uint32_t line = field.lines.empty() ? extension.line : field.lines[0];
    FieldData* own = base->Find(field.key);
    if (std::find(extension.overrides.begin(), extension.overrides.end(), field.key) != extension.overrides.end()) {
      if (own != nullptr) {
        *own = std::move(field);
      } else {
        base->fields.push_back(std::move(field));
      }
      return;
    }
    if (own == nullptr) {
      Problem(extension, line,
              fmt::format("extends '{}': it has no '{}', which would change what it means; if that is meant, name the "
                          "key in 'override'",
                          extension.extends, field.key));
      return;
    }
    switch (KindOf(extension.section, field.key)) {
      case FieldKind::kWords:
        own->lines.clear();
        own->values.insert(own->values.end(), field.values.begin(), field.values.end());
        break;
      case FieldKind::kMap:
        MergeMap(extension, field, own);
        break;
      default:
        Problem(extension, line,
                fmt::format("extends '{}': it has a '{}' of its own; to change it, name the key in 'override'",
                            extension.extends, field.key));
    }
  }

  void MergeMap(const EntryData& extension, const FieldData& field, FieldData* own) {
    own->lines.clear();
    for (size_t i = 0; i + 1 < field.values.size(); i += 2) {
      bool known = false;
      for (size_t j = 0; j + 1 < own->values.size(); j += 2) {
        if (own->values[j] != field.values[i]) continue;
        known = true;
        if (own->values[j + 1] != field.values[i + 1]) {
          Problem(extension, field.lines[i],
                  fmt::format("extends '{}': '{}' is '{}' in its '{}' already", extension.extends, field.values[i],
                              own->values[j + 1], field.key));
        }
      }
      if (known) continue;
      own->values.push_back(field.values[i]);
      own->values.push_back(field.values[i + 1]);
    }
  }

  FieldKind KindOf(const std::string& section, const std::string& key) const {
    const auto found = schema_.find(section);
    if (found == schema_.end()) return FieldKind::kText;
    const auto definition = found->second.keys.find(key);
    return definition == found->second.keys.end() ? FieldKind::kText : definition->second.kind;
  }

  const LexiconSchema& schema_;
  std::vector<EntryData>& entries_;
  LexiconProblems& problems_;
  std::map<SectionAndName, size_t> by_name_;
};

}  // namespace

void Overlay(const LexiconSchema& schema, std::vector<EntryData> upper, std::vector<EntryData>* entries,
             LexiconProblems* problems) {
  Overlayer(schema, entries, problems).Put(std::move(upper));
}

}  // namespace diurna
