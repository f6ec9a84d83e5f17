// From the bytes of a report to its Document: decoding, layout, language.

#ifndef DIURNA_TEXT_DOCUMENT_PARSER_H_
#define DIURNA_TEXT_DOCUMENT_PARSER_H_

#include <string>
#include <string_view>

#include "diurna/document.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "text/language_identification.h"
#include "text/layout_words.h"

namespace diurna {

// A value; const members may be called from many threads. It takes what it needs of the lexicon with it.
class DocumentParser {
 public:
  static Result<DocumentParser> Make(const Lexicon& lexicon);

  // As Reader::Parse and Reader::Load.
  Result<Document> Parse(std::string_view bytes, std::string_view name, const Metadata& metadata) const;
  Result<Document> Load(const std::string& path, const Metadata& metadata) const;

 private:
  DocumentParser(LayoutWords words, LanguageIdentifier languages);

  // Finds paragraphs, head, dates and language in the text of `document`.
  void LayOutText(const Metadata& known, Document* document) const;

  LayoutWords words_;
  LanguageIdentifier languages_;
};

// The id of a report that is known by its file alone: the file's name without its ending; empty for /dev/stdin and its
// like.
std::string IdOfFile(const std::string& path);

}  // namespace diurna

#endif  // DIURNA_TEXT_DOCUMENT_PARSER_H_
