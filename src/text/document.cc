#include "diurna/document.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "text/header_date.h"
#include "text/letters.h"

namespace diurna {
namespace {

// Notes the first thing that is wrong with a document.
class Validator {
 public:
  explicit Validator(const Document& document) : document_(document), text_(document.text) {}

  Status Run() {
    CheckStrings();
    if (status_.ok()) CheckSpans();
    if (status_.ok()) CheckParagraphs();
    if (status_.ok()) CheckDates();
    if (status_.ok()) CheckLanguage();
    return status_;
  }

 private:
  void Fail(std::string_view field, std::string_view what) {
    if (status_.ok()) status_ = Status::BadInput(fmt::format("document \"{}\": {} {}", document_.id, field, what));
  }

  void CheckStrings() {
    CheckString("id", document_.id);
    CheckString("text", text_);
    CheckString("title", document_.title);
    CheckString("publisher", document_.publisher);
    CheckString("author", document_.author);
    CheckString("url", document_.url);
    CheckString("dateline_place", document_.dateline_place);
    CheckString("published", document_.published);
    CheckString("updated", document_.updated);
    CheckString("language", document_.language);
    for (const std::string& warning : document_.warnings) CheckString("warnings", warning);
  }

  void CheckString(std::string_view field, std::string_view string) {
    if (!status_.ok()) return;
    if (string.size() > kMostTextBytes) {
      status_ = Status::TooLarge(
          fmt::format("document: {} has {} bytes, and may have {}", field, string.size(), kMostTextBytes));
    } else if (!ValidUtf8(string)) {
      status_ = Status::BadInput(fmt::format("document: {} is not UTF-8", field));
    }
  }

  void CheckSpans() {
    CheckSpan("title_span", document_.title_span);
    CheckSpan("publisher_span", document_.publisher_span);
    CheckSpan("byline_span", document_.byline_span);
    CheckSpan("dateline_span", document_.dateline_span);
    CheckSpan("published_span", document_.published_span);
    CheckSpan("body_begin", {document_.body_begin, document_.body_begin});
  }

  void CheckSpan(std::string_view field, Span span) {
    if (span.begin > span.end) {
      Fail(field, fmt::format("ends before it begins ({} to {})", span.begin, span.end));
    } else if (span.end > text_.size()) {
      Fail(field, fmt::format("ends at byte {} of a text of {}", span.end, text_.size()));
    } else if (!IsBoundary(span.begin) || !IsBoundary(span.end)) {
      Fail(field, fmt::format("cuts a character ({} to {})", span.begin, span.end));
    }
  }

  bool IsBoundary(uint32_t at) const { return at == text_.size() || !IsUtf8Continuation(text_[at]); }

  void CheckParagraphs() {
    uint32_t end = 0;
    for (size_t i = 0; i < document_.paragraphs.size() && status_.ok(); ++i) {
      const Span paragraph = document_.paragraphs[i];
      const std::string field = fmt::format("paragraphs[{}]", i);
      CheckSpan(field, paragraph);
      if (paragraph.empty()) Fail(field, "is empty");
      if (paragraph.begin < end) Fail(field, "begins before the end of the one before it");
      end = paragraph.end;
    }
  }

  void CheckDates() {
    if (!IsDateOrEmpty(document_.published)) Fail("published", "is no date as 2024-03-06");
    if (!IsDateOrEmpty(document_.updated)) Fail("updated", "is no date as 2024-03-06");
  }

  static bool IsDateOrEmpty(std::string_view date) {
    if (date.empty()) return true;
    if (date.size() != 10 || date[4] != '-' || date[7] != '-') return false;
    const auto number = [&](size_t at, size_t size) {
      int value = 0;
      for (const char c : date.substr(at, size)) {
        if (!IsDigit(static_cast<unsigned char>(c))) return -1;
        value = value * 10 + (c - '0');
      }
      return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    return year > 0 && month > 0 && day > 0 && IsCalendarDate(year, month, day);
  }

  void CheckLanguage() {
    bool tag = !document_.language.empty();
    for (const char c : document_.language) {
      tag = tag && (c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }
    if (!tag) Fail("language", "is no tag of BCP 47");
  }

  const Document& document_;
  const std::string_view text_;
  Status status_;
};

}  // namespace

Status Validate(const Document& document) { return Validator(document).Run(); }

}  // namespace diurna
