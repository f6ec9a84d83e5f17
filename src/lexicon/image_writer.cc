#include "lexicon/image_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/flat_file.h"

namespace diurna {

namespace {

// Each string once, known by a number.
class StringPool {
 public:
  StringPool() { ids_.reserve(kExpected); }

  // The string must outlive the pool.
  uint32_t Intern(std::string_view string) {
    const auto [at, added] = ids_.try_emplace(string, static_cast<uint32_t>(places_.size()));
    if (added) {
      places_.push_back({static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(string.size())});
      bytes_ += string;
    }
    return at->second;
  }
  ImageString Place(uint32_t id) const { return places_[id]; }
  size_t size() const { return places_.size(); }
  const std::string& bytes() const { return bytes_; }

 private:
  static constexpr size_t kExpected = 1 << 15;  // a lexicon of the product's size

  std::unordered_map<std::string_view, uint32_t> ids_;
  std::vector<ImageString> places_;
  std::string bytes_;
};

bool IsClassName(std::string_view word) { return word.size() > 1 && word[0] == '@'; }

// Puts the words of classes in for their names.
class ClassExpander {
 public:
  ClassExpander(const std::vector<EntryData>& entries, StringPool* pool, LexiconProblems* problems)
      : pool_(*pool), problems_(*problems) {
    for (const EntryData& entry : entries) {
      if (entry.section == kClassSection) classes_.emplace(entry.name, Class{&entry, {}});
    }
  }

  // The words of a list, those of classes among them, each once.
  std::vector<uint32_t> Expand(const std::vector<std::string>& values) {
    // Classes are opened before words are marked: opening one marks its own.
    const bool plain = std::none_of(values.begin(), values.end(), IsClassName);
    if (!plain) {
      for (const std::string& value : values) WordsOf(value);
    }
    std::vector<uint32_t> out;
    out.reserve(values.size());
    ++mark_;
    for (const std::string& value : values) {
      if (plain || !IsClassName(value)) {
        AddOnce(pool_.Intern(value), &out);
      } else {
        for (const uint32_t word : WordsOf(value)) AddOnce(word, &out);
      }
    }
    return out;
  }

 private:
  enum class State : uint8_t { kNew, kOpen, kDone };
  struct Class {
    const EntryData* entry;
    std::vector<uint32_t> words;
    State state = State::kNew;
    bool told = false;  // that it names itself
  };

  void AddOnce(uint32_t word, std::vector<uint32_t>* out) {
    if (word >= marks_.size()) marks_.resize(pool_.size(), 0);
    if (marks_[word] == mark_) return;
    marks_[word] = mark_;
    out->push_back(word);
  }

  // The words of "@name"; none of a plain word or of a class that there is not.
  const std::vector<uint32_t>& WordsOf(std::string_view word) {
    static const std::vector<uint32_t> none;
    const auto found = IsClassName(word) ? classes_.find(word.substr(1)) : classes_.end();
    if (found == classes_.end()) return none;
    Class& c = found->second;
    if (c.state == State::kOpen) {
      if (std::exchange(c.told, true)) return none;
      const std::string by = c.entry->extended_by.empty() ? "" : ", extended at " + c.entry->extended_by.back();
      problems_.push_back(
          {c.entry->file, c.entry->line, fmt::format("{}: classes name each other in a circle{}", word, by)});
      return none;
    }
    if (c.state == State::kNew) {
      c.state = State::kOpen;
      if (const FieldData* words = c.entry->Find("words")) c.words = Expand(words->values);
      c.state = State::kDone;
    }
    return c.words;
  }

  StringPool& pool_;
  LexiconProblems& problems_;
  std::map<std::string_view, Class> classes_;
  std::vector<uint32_t> marks_;  // by word: the list that it was last put into
  uint32_t mark_ = 0;
};

// Builds the arrays of an image.
class ImageBuilder {
 public:
  ImageBuilder(const LexiconSchema& schema, const std::vector<EntryData>& entries, LexiconProblems* problems)
      : schema_(schema), classes_(entries, &pool_, problems) {}

  void Add(const EntryData& entry) {
    entries_.push_back({Pooled(entry.section), Pooled(entry.file), Pooled(entry.name), entry.line, Size(fields_), 0});
    const auto section = schema_.find(entry.section);
    for (const FieldData& field : entry.fields) {
      bool words = false;
      if (section != schema_.end()) {
        const auto key = section->second.keys.find(field.key);
        words = key != section->second.keys.end() && key->second.kind == FieldKind::kWords;
      }
      AddField(field.key, field.number, field.values, words);
    }
    if (!entry.extended_by.empty()) AddField(kExtendedByKey, 0, entry.extended_by, false);
    for (const ExampleData& example : entry.examples) {
      examples_.push_back({Pooled(example.sentence), Pooled(example.file), example.line, Size(entries_) - 1,
                           example.counter ? 1U : 0U});
    }
  }

  std::string Finish(std::string_view schema) const {
    FlatFileWriter writer(kLexiconKind, kLexiconVersion);
    writer.Add("strings", pool_.bytes());
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
  ImageString Pooled(std::string_view string) { return pool_.Place(pool_.Intern(string)); }

  void AddField(std::string_view key, double number, const std::vector<std::string>& written, bool words) {
    ImageField field{Pooled(key), number, Size(values_), Size(written), Size(values_), Size(written)};
    for (const std::string& value : written) values_.push_back(Pooled(value));
    if (words) {
      const std::vector<uint32_t> expanded = classes_.Expand(written);
      // Of equal size, and so the same, unless a class has a single word.
      if (expanded.size() != written.size() || std::any_of(written.begin(), written.end(), IsClassName)) {
        field.first_value = Size(values_);
        field.values = Size(expanded);
        for (const uint32_t word : expanded) values_.push_back(pool_.Place(word));
      }
    }
    fields_.push_back(field);
    ++entries_.back().fields;
  }

  const LexiconSchema& schema_;
  StringPool pool_;
  ClassExpander classes_;
  std::vector<ImageEntry> entries_;
  std::vector<ImageField> fields_;
  std::vector<ImageString> values_;
  std::vector<ImageExample> examples_;
};

}  // namespace

std::string WriteImage(const LexiconSchema& schema, std::string_view schema_text, const std::vector<EntryData>& entries,
                       LexiconProblems* problems) {
  ImageBuilder image(schema, entries, problems);
  for (const EntryData& entry : entries) image.Add(entry);
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
