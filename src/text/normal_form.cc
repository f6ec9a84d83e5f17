// One pass over the characters: what is seen is copied, and the white space before it is put as the paragraphs want it.
// Of the places only the runs are kept in which both texts go in step, so that a text in normal form has one.

#include "text/normal_form.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "text/letters.h"
#include "text/line_forms.h"

namespace diurna {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kNonBreakingHyphen = 0x2011;
constexpr size_t kNoParagraph = static_cast<size_t>(-1);

bool IsWordCharacter(char32_t point) { return IsLetter(point) || IsDigit(point); }

// The white space since the last character that is seen.
struct Gap {
  uint32_t begin = 0;
  uint32_t line_ends = 0;
  uint32_t blanks = 0;  // since the last line end
  bool tab = false;
  bool soft = false;  // a soft hyphen stands before it

  bool empty() const { return line_ends == 0 && blanks == 0; }
  bool column() const { return tab || blanks >= kColumnBlanks; }
};

}  // namespace

class NormalForm::Builder {
 public:
  Builder(std::string_view source, const std::vector<Span>& paragraphs, NormalForm* form)
      : source_(source), paragraphs_(paragraphs), text_(form->text_), pieces_(form->pieces_) {
    text_.reserve(source.size() + 1);
  }

  void Run() {
    bool soft = false;
    for (size_t at = 0; at < source_.size();) {
      const auto here = static_cast<uint32_t>(at);
      const char32_t point = DecodeUtf8(source_, &at);
      if (IsInvisible(point)) {
        soft = point == kSoftHyphen;
        continue;
      }
      if (IsBlank(point)) {
        if (gap_.empty()) {
          gap_.begin = here;
          gap_.soft = soft;
        }
        if (point == '\r' && at < source_.size() && source_[at] == '\n') ++at;
        Widen(point);
      } else {
        PutGap(here, point);
        Put(point, here, static_cast<uint32_t>(at) - here);
      }
      soft = false;
    }
    const auto end = static_cast<uint32_t>(source_.size());
    if (gap_.empty()) gap_.begin = end;
    if (!text_.empty()) PutSeparator("\n", end);
  }

 private:
  void Widen(char32_t blank) {
    if (IsLineEnd(blank)) {
      ++gap_.line_ends;
      gap_.blanks = 0;
      gap_.tab = false;
    } else {
      ++gap_.blanks;
      gap_.tab = gap_.tab || blank == '\t';
    }
  }

  // The paragraph that holds byte `at`; asked in rising order.
  size_t ParagraphAt(uint32_t at) {
    while (next_ < paragraphs_.size() && paragraphs_[next_].end <= at) ++next_;
    return next_ < paragraphs_.size() && paragraphs_[next_].begin <= at ? next_ : kNoParagraph;
  }

  // Puts what stands for the white space before the character `point` at `here`.
  void PutGap(uint32_t here, char32_t point) {
    const size_t paragraph = ParagraphAt(here);
    const bool joined = paragraph != kNoParagraph && paragraph == paragraph_ && gap_.line_ends < 2;
    paragraph_ = paragraph;
    if (!text_.empty() && !gap_.empty()) {
      if (gap_.line_ends > 0 && !joined) {
        PutSeparator(gap_.line_ends > 1 ? "\n\n" : "\n", here);
      } else if (gap_.line_ends == 0 && gap_.column() && !IsListMark()) {
        PutSeparator("\t", here);
      } else if (gap_.line_ends == 0 || !IsWordBroken(here, point)) {
        PutSeparator(" ", here);
      }
    }
    gap_ = {};
  }

  // Whether the end of a line parted what belongs together: at a soft hyphen, or behind the hyphen of a compound.
  bool IsWordBroken(uint32_t here, char32_t point) const {
    if (gap_.soft) return true;
    if (!text_.ends_with('-') || !IsWordCharacter(point)) return false;
    return IsWordCharacter(Last(std::string_view(text_).substr(0, text_.size() - 1))) && !IsSuspended(here);
  }

  // Whether the hyphen before `here` waits for the rest of its word: "pre- and post-war", "two- to three-year".
  bool IsSuspended(uint32_t here) const {
    constexpr size_t kLongestLink = 3;
    constexpr size_t kFarthest = 40;
    const std::string_view rest = source_.substr(here, kFarthest);
    const size_t link = rest.find(' ');
    if (link > kLongestLink) return false;
    const size_t end = std::min(rest.find(' ', link + 1), rest.size());
    return rest.substr(link + 1, end - link - 1).find('-') != std::string_view::npos;
  }

  // Whether the last line is nothing but the mark of a list item so far.
  bool IsListMark() const {
    const std::string_view line = std::string_view(text_).substr(line_);
    return !line.empty() && ListMark(line) == line.size();
  }

  void PutSeparator(std::string_view separator, uint32_t source_end) {
    // White space of another size is no piece: its places are those at its ends.
    if (source_end - gap_.begin == separator.size()) Extend(gap_.begin, static_cast<uint32_t>(separator.size()));
    text_ += separator;
    if (separator.ends_with('\n')) line_ = text_.size();
  }

  void Put(char32_t point, uint32_t source, uint32_t size) {
    if (point == kNonBreakingHyphen) {
      pieces_.push_back({static_cast<uint32_t>(text_.size()), source, 1, size});
      text_ += '-';
      return;
    }
    Extend(source, size);
    text_ += source_.substr(source, size);
  }

  // Counts `size` bytes from `source` on, which go to the end of the text as they are.
  void Extend(uint32_t source, uint32_t size) {
    const auto normal = static_cast<uint32_t>(text_.size());
    if (!pieces_.empty()) {
      Piece& last = pieces_.back();
      if (last.normal_size == last.source_size && last.normal_end() == normal && last.source_end() == source) {
        last.normal_size += size;
        last.source_size += size;
        return;
      }
    }
    pieces_.push_back({normal, source, size, size});
  }

  const std::string_view source_;
  const std::vector<Span>& paragraphs_;
  std::string& text_;
  std::vector<Piece>& pieces_;
  Gap gap_;
  size_t next_ = 0;                  // the first paragraph that may hold what follows
  size_t paragraph_ = kNoParagraph;  // that of the last character
  size_t line_ = 0;                  // where the last line of the text begins
};

NormalForm::NormalForm(std::string_view text, const std::vector<Span>& paragraphs)
    : source_size_(static_cast<uint32_t>(text.size())) {
  Builder(text, paragraphs, this).Run();
}

uint32_t NormalForm::BeginFromSource(uint32_t at) const {
  const auto next = std::partition_point(pieces_.begin(), pieces_.end(),
                                         [&](const Piece& piece) { return piece.source_end() <= at; });
  if (next == pieces_.end()) return static_cast<uint32_t>(text_.size());
  return next->normal + (at > next->source ? std::min(at - next->source, next->normal_size) : 0);
}

uint32_t NormalForm::EndFromSource(uint32_t at) const {
  const auto next =
      std::upper_bound(pieces_.begin(), pieces_.end(), at, [](uint32_t a, const Piece& b) { return a < b.source; });
  if (next == pieces_.begin()) return 0;
  const Piece& piece = *std::prev(next);
  return at >= piece.source_end() ? piece.normal_end() : piece.normal + std::min(at - piece.source, piece.normal_size);
}

uint32_t NormalForm::BeginToSource(uint32_t at) const {
  const auto next =
      std::upper_bound(pieces_.begin(), pieces_.end(), at, [](uint32_t a, const Piece& b) { return a < b.normal; });
  if (next == pieces_.begin()) return 0;
  const Piece& piece = *std::prev(next);
  return at >= piece.normal_end() ? piece.source_end() : piece.source + (at - piece.normal);
}

uint32_t NormalForm::EndToSource(uint32_t at) const {
  const auto next =
      std::lower_bound(pieces_.begin(), pieces_.end(), at, [](const Piece& a, uint32_t b) { return a.normal < b; });
  if (next == pieces_.begin()) return 0;
  const Piece& piece = *std::prev(next);
  if (at < piece.normal_end()) return piece.source + (at - piece.normal);
  if (at == piece.normal_end()) return piece.source_end();
  return next == pieces_.end() ? source_size_ : next->source;
}

Span NormalForm::FromSource(Span span) const {
  const uint32_t begin = BeginFromSource(span.begin);
  return {begin, span.empty() ? begin : std::max(begin, EndFromSource(span.end))};
}

Span NormalForm::ToSource(Span span) const {
  const uint32_t begin = BeginToSource(span.begin);
  return {begin, span.empty() ? begin : EndToSource(span.end)};
}

namespace {

// Moves every place in a document by `move`, from a span to a span.
template <typename Move>
void MovePlaces(const Move& move, Document* document) {
  for (Span* span : {&document->title_span, &document->publisher_span, &document->byline_span, &document->dateline_span,
                     &document->published_span}) {
    *span = span->empty() ? Span{} : move(*span);
  }
  for (Span& paragraph : document->paragraphs) paragraph = move(paragraph);
  std::erase_if(document->paragraphs, [](Span paragraph) { return paragraph.empty(); });
  document->body_begin = move(Span{document->body_begin, document->body_begin}).begin;
}

}  // namespace

Document InNormalForm(const Document& document, const NormalForm& form) {
  Document normal = document;
  MovePlaces([&](Span span) { return form.FromSource(span); }, &normal);
  normal.text = form.text();
  return normal;
}

void MoveToSource(const NormalForm& form, std::string text, Document* document) {
  MovePlaces([&](Span span) { return form.ToSource(span); }, document);
  document->text = std::move(text);
}

NormalDocument::NormalDocument(const Document& source)
    : source_(source), form_(source.text, source.paragraphs), same_(form_.text() == source.text) {
  if (!same_) document_ = InNormalForm(source, form_);
}

std::string NormalLine(std::string_view text) {
  std::string line = NormalForm(text, {{0, static_cast<uint32_t>(text.size())}}).text();
  if (!line.empty()) line.pop_back();
  return line;
}

}  // namespace diurna
