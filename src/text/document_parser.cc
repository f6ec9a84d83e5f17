#include "text/document_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/utf8.h"
#include "text/encoding.h"
#include "text/layout.h"
#include "text/letters.h"
#include "text/normal_form.h"
#include "text/paragraphs.h"

namespace diurna {
namespace {

std::string Megabytes(uintmax_t bytes) { return fmt::format("{:.0f} MiB", static_cast<double>(bytes) / (1 << 20)); }

Status TooLong(std::string_view name, uintmax_t bytes) {
  return Status::TooLarge(fmt::format("{}: has {}, and a report may have {}; split it into its reports", name,
                                      Megabytes(bytes), Megabytes(kMostReportBytes)));
}

bool LooksLikeMarkup(std::string_view text) {
  const std::string head = ToLower(Trim(text).substr(0, 200));
  return head.starts_with("<!doctype") || head.starts_with("<html") || head.starts_with("<?xml");
}

// What the caller knows, as UTF-8: a file's name may be none.
Metadata Repaired(const Metadata& metadata) {
  return {RepairUtf8(metadata.id), RepairUtf8(metadata.title), RepairUtf8(metadata.publisher),
          RepairUtf8(metadata.published), RepairUtf8(metadata.url)};
}

// Far more than anyone knows of a report; it leaves room for what is made of it.
constexpr size_t kMostMetadataBytes = kMostReportBytes / 4;

bool IsTooLong(const Metadata& metadata) {
  const size_t longest = std::max({metadata.id.size(), metadata.title.size(), metadata.publisher.size(),
                                   metadata.published.size(), metadata.url.size()});
  return longest > kMostMetadataBytes;
}

// The bytes of a file, as far as a report may be long and one buffer further.
Result<std::string> ReadBytes(const std::string& path) {
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return Status::NotFound(fmt::format("{}: {}", path, std::strerror(errno)));
  std::string bytes;
  char buffer[65536];
  for (size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0 && bytes.size() <= kMostReportBytes;) {
    bytes.append(buffer, got);
  }
  const bool failed = std::ferror(file) != 0;
  std::fclose(file);
  if (failed) return Status::NotFound(path + ": could not be read to its end");
  return bytes;
}

}  // namespace

DocumentParser::DocumentParser(LayoutWords words, LanguageIdentifier languages)
    : words_(std::move(words)), languages_(std::move(languages)) {}

Result<DocumentParser> DocumentParser::Make(const Lexicon& lexicon) {
  Result<LayoutWords> words = LayoutWords::Make(lexicon);
  if (!words.ok()) return words.status();
  Result<LanguageIdentifier> languages = LanguageIdentifier::Make(lexicon);
  if (!languages.ok()) return languages.status();
  return DocumentParser(*std::move(words), *std::move(languages));
}

Result<Document> DocumentParser::Parse(std::string_view bytes, std::string_view name, const Metadata& metadata) const {
  if (bytes.size() > kMostReportBytes) return TooLong(name, bytes.size());
  if (IsTooLong(metadata)) {
    return Status::TooLarge(fmt::format("{}: what is known of it is longer than {} bytes", name, kMostMetadataBytes));
  }
  Result<Decoded> decoded = Decode(bytes);
  if (!decoded.ok()) {
    return decoded.status().WithMessage(fmt::format("{}: {}", name, decoded.status().message()));
  }
  Document document;
  const Metadata known = Repaired(metadata);
  document.id = known.id;
  document.text = std::move(decoded->text);
  if (Trim(document.text).empty()) {
    return Status::BadInput(fmt::format("{}: is empty; there is nothing to read in it", name));
  }
  if (decoded->replaced > 0) {
    document.warnings.push_back(fmt::format("the text is not clean {}: {} damaged character{} replaced by U+FFFD",
                                            decoded->encoding == Encoding::kUtf8 ? "UTF-8" : "UTF-16",
                                            decoded->replaced, decoded->replaced == 1 ? " was" : "s were"));
  }
  if (LooksLikeMarkup(document.text)) {
    document.warnings.push_back("the text looks like HTML or XML and was read as plain text, its tags included");
  }
  LayOutText(known, &document);
  if (document.language != kEnglishTag) {
    document.warnings.push_back(
        fmt::format("the text does not look English (best guess: {}); only English is read, so expect little",
                    document.language == kUnknownTag ? "none" : document.language));
  }
  return document;
}

void DocumentParser::LayOutText(const Metadata& known, Document* document) const {
  document->paragraphs = FindParagraphs(document->text, words_);
  const NormalForm form(document->text, document->paragraphs);
  Document normal = InNormalForm(*document, form);
  LayOut(words_, known, &normal);
  normal.language = languages_.Identify(normal.text);
  MoveToSource(form, std::move(document->text), &normal);
  *document = std::move(normal);
}

Result<Document> DocumentParser::Load(const std::string& path, const Metadata& metadata) const {
  namespace fs = std::filesystem;
  std::error_code error;
  if (fs::is_directory(path, error)) return Status::BadInput(path + ": is a folder, not a report");
  const Result<std::string> bytes = ReadBytes(path);
  if (!bytes.ok()) return bytes.status();
  if (bytes->size() > kMostReportBytes) {
    const uintmax_t size = fs::file_size(path, error);
    return TooLong(path, error ? bytes->size() : size);
  }
  Metadata known = metadata;
  if (known.id.empty()) known.id = fs::path(path).stem().string();
  return Parse(*bytes, path, known);
}

}  // namespace diurna
