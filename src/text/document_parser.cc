#include "text/document_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/terminal.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "text/layout.h"
#include "text/letters.h"
#include "text/normal_form.h"
#include "text/paragraphs.h"

namespace diurna {
namespace {

Status TooLong(std::string_view name, uintmax_t bytes) {
  const std::string most = fmt::format("{} MiB", kMostReportBytes >> 20);
  const std::string length = bytes >= 2 * kMostReportBytes
                                 ? fmt::format("has {:.0f} MiB", static_cast<double>(bytes) / (1 << 20))
                                 : fmt::format("has more than {}", most);
  return Status::TooLarge(
      fmt::format("{}: {}, and a report may have {}; split it into its reports", ShownName(name), length, most));
}

// A page of the web or a feed: an element is opened at its very beginning, and some element is closed.
bool LooksLikeMarkup(std::string_view text) {
  constexpr std::string_view kComment = "<!--";
  constexpr std::string_view kCommentEnd = "-->";
  text = Trim(text);
  while (text.starts_with(kComment) && text.find(kCommentEnd) != std::string_view::npos) {
    text = Trim(text.substr(text.find(kCommentEnd) + kCommentEnd.size()));
  }
  if (text.size() < 3 || text[0] != '<') return false;
  return text[1] == '!' || text[1] == '?' || (IsLetter(First(text.substr(1))) && text.find("</") != std::string::npos);
}

bool HoldsOnlyUrls(std::string_view text) {
  constexpr size_t kMost = 100000;  // no list of addresses that is worth its message is longer
  if (!LooksLikeUrl(Trim(text)) || text.size() > kMost) return false;
  const std::vector<std::string_view> words = Words(text);
  return std::all_of(words.begin(), words.end(), LooksLikeUrl);
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
    return Status::TooLarge(
        fmt::format("{}: what is known of it is longer than {} bytes", ShownName(name), kMostMetadataBytes));
  }
  Result<Decoded> decoded = Decode(bytes);
  if (!decoded.ok()) {
    return decoded.status().WithMessage(fmt::format("{}: {}", ShownName(name), decoded.status().message()));
  }
  Document document;
  const Metadata known = Repaired(metadata);
  document.id = known.id;
  document.text = std::move(decoded->text);
  if (Trim(document.text).empty()) {
    return Status::BadInput(fmt::format("{}: is empty; there is nothing to read in it", ShownName(name)));
  }
  if (HoldsOnlyUrls(document.text)) {
    return Status::BadInput(fmt::format(
        "{}: holds an address on the web and no report; nothing is fetched, so save the report there as plain text",
        ShownName(name)));
  }
  if (decoded->replaced > 0) {
    document.warnings.push_back(fmt::format("the text is not clean {}: {} damaged character{} replaced by U+FFFD",
                                            decoded->encoding == Encoding::kUtf8 ? "UTF-8" : "UTF-16",
                                            decoded->replaced, decoded->replaced == 1 ? " was" : "s were"));
  }
  if (LooksLikeMarkup(document.text)) {
    document.warnings.push_back(
        "the text is a web page or XML (it begins with a tag) and was read as plain text, tags included; save what it "
        "says as plain text and read that");
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
  if (fs::is_directory(path, error)) return Status::BadInput(ShownName(path) + ": is a folder, not a report");
  const Result<FilePtr> file = OpenToRead(path);
  if (!file.ok()) return file.status();
  const Result<std::string> bytes = ReadRest(file->get(), path, kMostReportBytes);
  if (!bytes.ok()) return bytes.status();
  if (bytes->size() > kMostReportBytes) {
    const uintmax_t size = fs::file_size(path, error);
    return TooLong(path, error ? bytes->size() : size);
  }
  Metadata known = metadata;
  if (known.id.empty()) known.id = IdOfFile(path);
  return Parse(*bytes, path, known);
}

std::string IdOfFile(const std::string& path) {
  // The names of a process's streams say nothing of a report.
  if (path.starts_with("/dev/") || path.starts_with("/proc/")) return "";
  return std::filesystem::path(path).stem().string();
}

}  // namespace diurna
