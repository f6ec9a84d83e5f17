// The normal form of a text: what it says, without how it was laid out.
//
// The engine reads every report in this form, so that line ends of another system, a blank too many or a line broken at
// column 72 change nothing but offsets. In normal form
// - each paragraph is one line: the lines that it was broken into are joined with a blank;
// - lines end with LF, and one empty line stands where there were one or more; the text begins with its first
//   character that is no white space, and ends with one line end;
// - a run of blanks of whatever kind is one blank, and no line begins or ends with one. A gap that sets columns apart
//   (a tab, three blanks or more) is one tab: it is all that shows a row of a table to be one;
// - what is not seen is not there: soft hyphens, zero-width blanks, marks of direction; a non-breaking hyphen is a
//   hyphen.
// The way back is kept, so that what is found in the normal form is told in places of the text as it was given.
//
// Example:
//
//   const std::string_view text = "Ferries\xC2\xA0stay \r\nin port";
//   const NormalForm form(text, {{0, text.size()}});     // form.text() is "Ferries stay in port\n"
//   form.ToSource({13, 15}).In(text);                     // "in"

#ifndef DIURNA_TEXT_NORMAL_FORM_H_
#define DIURNA_TEXT_NORMAL_FORM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/document.h"
#include "diurna/span.h"

namespace diurna {

// A value. Making it is linear in the length of the text, a span there or back logarithmic in the number of places
// where the layout was another.
class NormalForm {
 public:
  // Of `text`, valid UTF-8, whose paragraphs stand in order and do not overlap. Text outside of all of them is taken
  // line by line.
  NormalForm(std::string_view text, const std::vector<Span>& paragraphs);

  const std::string& text() const { return text_; }

  // From the text to its normal form and back. A span of white space alone may become empty; a begin never leaves the
  // line that it stands in.
  Span FromSource(Span span) const;
  Span ToSource(Span span) const;

 private:
  // A run of characters that are the same in both, or one that has another form in each.
  struct Piece {
    uint32_t normal = 0, source = 0;            // where it begins
    uint32_t normal_size = 0, source_size = 0;  // in bytes
    uint32_t normal_end() const { return normal + normal_size; }
    uint32_t source_end() const { return source + source_size; }
  };
  class Builder;

  uint32_t BeginFromSource(uint32_t at) const;
  uint32_t EndFromSource(uint32_t at) const;
  uint32_t BeginToSource(uint32_t at) const;
  uint32_t EndToSource(uint32_t at) const;

  std::string text_;
  uint32_t source_size_ = 0;
  std::vector<Piece> pieces_;  // in order in both texts; what lies between two of them is white space or unseen
};

// A document with its text in normal form, as the floors above read it, beside the one that it was made of.
class NormalDocument {
 public:
  // `source` is valid and outlives it.
  explicit NormalDocument(const Document& source);
  NormalDocument(const NormalDocument&) = delete;
  NormalDocument& operator=(const NormalDocument&) = delete;

  const Document& source() const { return source_; }
  const Document& document() const { return same_ ? source_ : document_; }
  // True where the source was in normal form already.
  bool same() const { return same_; }
  // The place in the source's text of a span of the document's.
  Span ToSource(Span span) const { return same_ ? span : form_.ToSource(span); }

 private:
  const Document& source_;
  NormalForm form_;
  bool same_ = false;
  Document document_;  // empty where it is the same
};

// `document` with its text replaced by the normal form and every place in it moved along; and the way back: the places
// of one whose text is the normal form, moved to where they stand in `text`.
Document InNormalForm(const Document& document, const NormalForm& form);
void MoveToSource(const NormalForm& form, std::string text, Document* document);

// `text`, one line or a piece of one, in normal form without its line end.
std::string NormalLine(std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TEXT_NORMAL_FORM_H_
