#include "lexicon/image_writer.h"

#include <fmt/format.h>

#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "base/flat_file.h"

namespace diurna {

namespace {

// The classes of a lexicon, each with all of its words.
class Classes {
 public:
  Classes(const std::vector<EntryData>& entries, LexiconProblems* problems) : problems_(*problems) {
    for (const EntryData& entry : entries) {
      if (entry.section == kClassSection) classes_.emplace(entry.name, Class{&entry, {}, State::kNew});
    }
  }

  static bool IsName(std::string_view word) { return word.size() > 1 && word[0] == '@'; }

  // The values with the words of classes put in, each word once.
  std::vector<std::string_view> Expand(const std::vector<std::string>& values) {
    std::vector<std::string_view> out;
    std::unordered_set<std::string_view> seen;
    for (const std::string& value : values) {
      if (!IsName(value)) {
        if (seen.insert(value).second) out.push_back(value);
        continue;
      }
      for (const std::string_view word : WordsOf(std::string_view(value).substr(1))) {
        if (seen.insert(word).second) out.push_back(word);
      }
    }
    return out;
  }

 private:
  enum class State : uint8_t { kNew, kOpen, kDone };
  struct Class {
    const EntryData* entry;
    std::vector<std::string_view> words;
    State state;
  };

  // By value: nothing that a deeper call does moves it.
  const std::vector<std::string_view>& WordsOf(std::string_view name) {
    static const std::vector<std::string_view> none;
    const auto found = classes_.find(name);
    if (found == classes_.end()) return none;
    Class& c = found->second;
    if (c.state == State::kOpen) {
      const std::string by = c.entry->extended_by.empty() ? "" : ", extended at " + c.entry->extended_by.back();
      problems_.push_back(
          {c.entry->file, c.entry->line, fmt::format("@{}: classes name each other in a circle{}", name, by)});
      return none;
    }
    if (c.state == State::kNew) {
      c.state = State::kOpen;
      const FieldData* words = c.entry->Find("words");
      if (words != nullptr) c.words = Expand(words->values);
      c.state = State::kDone;
    }
    return c.words;
  }

  LexiconProblems& problems_;
  std::map<std::string_view, Class> classes_;
};

// Builds the arrays of an image. The entries that it is given must outlive it: it pools views of their strings.
class ImageBuilder {
 public:
  void StartEntry(const EntryData& entry) {
    entries_.push_back({Pooled(entry.section), Pooled(entry.file), Pooled(entry.name), entry.line, Size(fields_), 0});
  }

  void AddField(std::string_view key, double number, const std::vector<std::string>& written,
                const std::vector<std::string_view>* expanded) {
    ImageField field{Pooled(key), number, 0, 0, Size(values_), static_cast<uint32_t>(written.size())};
    for (const std::string& value : written) values_.push_back(Pooled(value));
    field.first_value = field.first_written;
    field.values = field.written;
    if (expanded != nullptr) {
      field.first_value = Size(values_);
      field.values = static_cast<uint32_t>(expanded->size());
      for (const std::string_view value : *expanded) values_.push_back(Pooled(value));
    }
    fields_.push_back(field);
    ++entries_.back().fields;
  }

  void AddExample(const ExampleData& example) {
    examples_.push_back({Pooled(example.sentence), Pooled(example.file), example.line,
                         static_cast<uint32_t>(entries_.size() - 1), example.counter ? 1u : 0u});
  }

  std::string Finish(std::string_view schema) const {
    FlatFileWriter writer(kLexiconKind, kLexiconVersion);
    writer.Add("strings", strings_);
    writer.Add("entries", Bytes(entries_));
    writer.Add("fields", Bytes(fields_));
    writer.Add("values", Bytes(values_));
    writer.Add("examples", Bytes(examples_));
    writer.Add("schema", std::string(schema));
    return writer.Finish();
  }

 private:
  template <typename T>
  static uint32_t Size(const std::vector<T>& items) {
    return static_cast<uint32_t>(items.size());
  }
  template <typename T>
  static std::string Bytes(const std::vector<T>& items) {
    return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T)};
  }

  ImageString Pooled(std::string_view string) {
    const auto [at, added] = pool_.try_emplace(string);
    if (added) {
      at->second = {static_cast<uint32_t>(strings_.size()), static_cast<uint32_t>(string.size())};
      strings_ += string;
    }
    return at->second;
  }

  std::string strings_;
  std::unordered_map<std::string_view, ImageString> pool_;
  std::vector<ImageEntry> entries_;
  std::vector<ImageField> fields_;
  std::vector<ImageString> values_;
  std::vector<ImageExample> examples_;
};

bool IsWords(const LexiconSchema& schema, const std::string& section, const std::string& key) {
  const auto found = schema.find(section);
  if (found == schema.end()) return false;
  const auto definition = found->second.keys.find(key);
  return definition != found->second.keys.end() && definition->second.kind == FieldKind::kWords;
}

}  // namespace

std::string WriteImage(const LexiconSchema& schema, std::string_view schema_text, const std::vector<EntryData>& entries,
                       LexiconProblems* problems) {
  Classes classes(entries, problems);
  ImageBuilder image;
  for (const EntryData& entry : entries) {
    image.StartEntry(entry);
    for (const FieldData& field : entry.fields) {
      if (IsWords(schema, entry.section, field.key)) {
        const std::vector<std::string_view> expanded = classes.Expand(field.values);
        const bool same = std::equal(expanded.begin(), expanded.end(), field.values.begin(), field.values.end());
        image.AddField(field.key, field.number, field.values, same ? nullptr : &expanded);
      } else {
        image.AddField(field.key, field.number, field.values, nullptr);
      }
    }
    if (!entry.extended_by.empty()) image.AddField(kExtendedByKey, 0, entry.extended_by, nullptr);
    for (const ExampleData& example : entry.examples) image.AddExample(example);
  }
  return image.Finish(schema_text);
}

std::vector<EntryData> DecodeEntries(const LexiconImage& image) {
  std::vector<EntryData> entries;
  entries.reserve(image.entries.size());
  for (const ImageEntry& from : image.entries) {
    EntryData& entry = entries.emplace_back();
    entry.section = image.At(from.section);
    entry.file = image.At(from.file);
    entry.line = from.line;
    entry.name = image.At(from.name);
    entry.fields.reserve(from.fields);
    for (const ImageField& field : image.fields.subspan(from.first_field, from.fields)) {
      FieldData data{std::string(image.At(field.key)), field.number, {}, {}};
      data.values.reserve(field.written);
      for (const ImageString& value : image.values.subspan(field.first_written, field.written)) {
        data.values.emplace_back(image.At(value));
      }
      if (data.key == kExtendedByKey) {
        entry.extended_by = std::move(data.values);
      } else {
        entry.fields.push_back(std::move(data));
      }
    }
  }
  for (const ImageExample& example : image.examples) {
    entries[example.entry].examples.push_back({std::string(image.At(example.sentence)),
                                               std::string(image.At(example.file)), example.line,
                                               example.counter != 0});
  }
  return entries;
}

}  // namespace diurna
