#include "lexicon/lexicon.h"

#include <algorithm>
#include <deque>

#include "base/flat_file.h"
#include "lexicon/image.h"
#include "lexicon/lexicon_impl.h"

namespace diurna {

namespace {

std::string_view At(const LexiconImage& image, ImageString string) {
  if (string.offset > image.strings.size() || string.size > image.strings.size() - string.offset) return {};
  return image.strings.substr(string.offset, string.size);
}

}  // namespace

Result<LexiconImage> LexiconImage::Open(FlatFile file) {
  LexiconImage image(std::move(file));
  image.strings = image.file.Text("strings");
  image.entries = image.file.Array<ImageEntry>("entries");
  image.fields = image.file.Array<ImageField>("fields");
  image.values = image.file.Array<ImageString>("values");
  for (const ImageEntry& entry : image.entries) {
    if (entry.first_field > image.fields.size() || entry.fields > image.fields.size() - entry.first_field) {
      return Status::BadInput("lexicon image: damaged: an entry's fields lie outside");
    }
  }
  for (const ImageField& field : image.fields) {
    if (field.first_value > image.values.size() || field.values > image.values.size() - field.first_value) {
      return Status::BadInput("lexicon image: damaged: a field's values lie outside");
    }
  }
  return image;
}

void Lexicon::Impl::Add(LexiconImage image) {
  images.push_back(std::move(image));
  const LexiconImage& added = images.back();
  for (const ImageEntry& entry : added.entries) {
    const std::string_view name = At(added, entry.name);
    const std::string_view section = At(added, entry.section);
    const auto same = [&](const Ref& ref) {
      return !name.empty() && At(*ref.image, ref.entry->name) == name && At(*ref.image, ref.entry->section) == section;
    };
    const auto found = images.size() == 1 ? refs.end() : std::find_if(refs.begin(), refs.end(), same);
    if (found != refs.end()) {
      *found = {&added, &entry};
    } else {
      refs.push_back({&added, &entry});
    }
  }
}

Lexicon::Lexicon() : impl_(std::make_unique<Impl>()) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::FromImage(std::string bytes) {
  Lexicon lexicon;
  lexicon.impl_->owned.push_back(std::move(bytes));
  const std::string& kept = lexicon.impl_->owned.back();
  Result<FlatFile> file = FlatFile::Wrap({reinterpret_cast<const std::byte*>(kept.data()), kept.size()},
                                         "lexicon image", kLexiconKind, kLexiconVersion);
  if (!file.ok()) return file.status();
  Result<LexiconImage> image = LexiconImage::Open(std::move(file).value());
  if (!image.ok()) return image.status();
  lexicon.impl_->Add(std::move(image).value());
  return lexicon;
}

std::vector<LexiconEntry> Lexicon::Entries(std::string_view section) const {
  std::vector<LexiconEntry> out;
  for (uint32_t i = 0; i < impl_->refs.size(); ++i) {
    const Impl::Ref& ref = impl_->refs[i];
    if (At(*ref.image, ref.entry->section) == section) out.push_back(LexiconEntry(impl_.get(), i));
  }
  return out;
}

const ImageField* LexiconEntry::Field(std::string_view key) const {
  const Lexicon::Impl::Ref& ref = lexicon_->refs[index_];
  for (uint32_t i = 0; i < ref.entry->fields; ++i) {
    const ImageField& field = ref.image->fields[ref.entry->first_field + i];
    if (At(*ref.image, field.key) == key) return &field;
  }
  return nullptr;
}

std::string_view LexiconEntry::Text(std::string_view key, std::string_view fallback) const {
  const ImageField* field = Field(key);
  if (field == nullptr || field->values == 0) return fallback;
  const LexiconImage& image = *lexicon_->refs[index_].image;
  return At(image, image.values[field->first_value]);
}

double LexiconEntry::Number(std::string_view key, double fallback) const {
  const ImageField* field = Field(key);
  return field == nullptr ? fallback : field->number;
}

bool LexiconEntry::Flag(std::string_view key, bool fallback) const {
  const ImageField* field = Field(key);
  return field == nullptr ? fallback : field->number != 0;
}

bool LexiconEntry::Has(std::string_view key) const { return Field(key) != nullptr; }

std::vector<std::string_view> LexiconEntry::List(std::string_view key) const {
  std::vector<std::string_view> out;
  const ImageField* field = Field(key);
  if (field == nullptr) return out;
  const LexiconImage& image = *lexicon_->refs[index_].image;
  out.reserve(field->values);
  for (uint32_t i = 0; i < field->values; ++i) out.push_back(At(image, image.values[field->first_value + i]));
  return out;
}

std::vector<std::pair<std::string_view, std::string_view>> LexiconEntry::Map(std::string_view key) const {
  const std::vector<std::string_view> flat = List(key);
  std::vector<std::pair<std::string_view, std::string_view>> out;
  for (size_t i = 0; i + 1 < flat.size(); i += 2) out.emplace_back(flat[i], flat[i + 1]);
  return out;
}

std::string_view LexiconEntry::file() const {
  const Lexicon::Impl::Ref& ref = lexicon_->refs[index_];
  return At(*ref.image, ref.entry->file);
}

std::string LexiconEntry::Problem(std::string_view message) const {
  return std::string(file()) + ":" + std::to_string(line()) + ": " + std::string(message);
}

uint32_t LexiconEntry::line() const { return lexicon_->refs[index_].entry->line; }

}  // namespace diurna
