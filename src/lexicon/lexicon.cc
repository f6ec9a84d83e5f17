#include "lexicon/lexicon.h"

#include <span>

#include "base/flat_file.h"
#include "lexicon/image.h"
#include "lexicon/lexicon_impl.h"

namespace diurna {

Lexicon::Lexicon(std::unique_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::FromImage(std::string bytes) {
  // On the heap before views of it are taken: a short string would move with its owner.
  const auto kept = std::make_shared<const std::string>(std::move(bytes));
  Result<FlatFile> file = FlatFile::Wrap({reinterpret_cast<const std::byte*>(kept->data()), kept->size()},
                                         "lexicon image", kLexiconKind, kLexiconVersion);
  if (!file.ok()) return file.status();
  Result<LexiconImage> image = LexiconImage::Open(std::move(file).value());
  if (!image.ok()) return image.status();
  auto impl = std::make_unique<Impl>(std::move(image).value());
  impl->bytes = kept;
  return Lexicon(std::move(impl));
}

std::vector<LexiconEntry> Lexicon::Entries(std::string_view section) const {
  std::vector<LexiconEntry> out;
  const LexiconImage& image = impl_->image;
  for (uint32_t i = 0; i < image.entries.size(); ++i) {
    if (image.At(image.entries[i].section) == section) out.push_back(LexiconEntry(impl_.get(), i));
  }
  return out;
}

std::vector<LexiconExample> Lexicon::Examples() const {
  std::vector<LexiconExample> out;
  const LexiconImage& image = impl_->image;
  out.reserve(image.examples.size());
  for (const ImageExample& example : image.examples) {
    out.push_back({LexiconEntry(impl_.get(), example.entry), image.At(example.sentence), image.At(example.file),
                   example.line, example.counter != 0});
  }
  return out;
}

const ImageEntry& LexiconEntry::Self() const { return lexicon_->image.entries[index_]; }

const ImageField* LexiconEntry::Field(std::string_view key) const {
  const LexiconImage& image = lexicon_->image;
  for (const ImageField& field : image.fields.subspan(Self().first_field, Self().fields)) {
    if (image.At(field.key) == key) return &field;
  }
  return nullptr;
}

std::string_view LexiconEntry::Text(std::string_view key, std::string_view fallback) const {
  const ImageField* field = Field(key);
  if (field == nullptr || field->values == 0) return fallback;
  return lexicon_->image.At(lexicon_->image.values[field->first_value]);
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
  const LexiconImage& image = lexicon_->image;
  out.reserve(field->values);
  for (const ImageString& value : image.values.subspan(field->first_value, field->values)) {
    out.push_back(image.At(value));
  }
  return out;
}

std::vector<std::pair<std::string_view, std::string_view>> LexiconEntry::Map(std::string_view key) const {
  const std::vector<std::string_view> flat = List(key);
  std::vector<std::pair<std::string_view, std::string_view>> out;
  for (size_t i = 0; i + 1 < flat.size(); i += 2) out.emplace_back(flat[i], flat[i + 1]);
  return out;
}

std::string_view LexiconEntry::file() const { return lexicon_->image.At(Self().file); }

uint32_t LexiconEntry::line() const { return Self().line; }

std::string_view LexiconEntry::section() const { return lexicon_->image.At(Self().section); }

std::string_view LexiconEntry::name() const { return lexicon_->image.At(Self().name); }

std::vector<std::string_view> LexiconEntry::ExtendedBy() const { return List(kExtendedByKey); }

std::string LexiconEntry::Problem(std::string_view message) const {
  return std::string(file()) + ":" + std::to_string(line()) + ": " + std::string(message);
}

}  // namespace diurna
