// Two habits exist in plain text: a line a paragraph, and lines broken at a column between 40 and 100. Whoever breaks
// lines fills each as far as it goes, so that a line ends where the next word did not fit: that is what a break looks
// like that means nothing, and a line that ends before is meant to end there. The column is not known; nearly all lines
// that another follows come near it, so the length that one in ten of them exceeds stands for it. A text was broken
// where most of its line ends look so; in any other, only a line that is full, ends in the middle of a sentence and
// goes on with a small letter is joined with the next.
//
// An empty line, an indented one (but below an item), an item of a list and a row of a table begin a paragraph in
// either, and so do the lines of the head. Left out: a text that was broken in the middle of words, and paragraphs that
// no empty line parts and whose last line happens to be full.

#include "text/paragraphs.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "text/header_line.h"
#include "text/letters.h"
#include "text/line_forms.h"
#include "text/normal_form.h"

namespace diurna {
namespace {

constexpr uint32_t kShortest = 40;
constexpr uint32_t kLongest = 100;
// A longer line was not broken, so the text was not.
constexpr uint32_t kUnbroken = 200;
constexpr size_t kMostHeadLines = 12;

struct Line {
  Span span;                // without white space at its ends
  uint32_t length = 0;      // characters that are seen, a gap counted as one
  uint32_t first_word = 0;  // the same of what would have had to fit on the line before
  bool after_blank = false;
  bool indented = false;
  bool columns = false;
  bool item = false;
  bool one_word = false;
};

// Cuts a text into its lines.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}

  std::vector<Line> Run() {
    for (size_t at = 0; at < text_.size();) {
      const auto here = static_cast<uint32_t>(at);
      const char32_t point = DecodeUtf8(text_, &at);
      if (IsInvisible(point)) continue;
      if (IsLineEnd(point)) {
        if (point == '\r' && at < text_.size() && text_[at] == '\n') ++at;
        End();
      } else if (IsBlank(point)) {
        ++blanks_;
        tab_ = tab_ || point == '\t';
      } else {
        Add({here, static_cast<uint32_t>(at)});
      }
    }
    End();
    return std::move(lines_);
  }

 private:
  void Add(Span span) {
    if (line_.length == 0) {
      line_.span = span;
      line_.indented = blanks_ > 0;
    } else if (blanks_ > 0) {
      if (line_.first_word == 0) line_.first_word = line_.length;
      const bool behind_mark = ListMark(line_.span.In(text_)) == line_.span.size();
      line_.columns = line_.columns || (!behind_mark && (tab_ || blanks_ >= kColumnBlanks));
      ++line_.length;
    }
    line_.span.end = span.end;
    ++line_.length;
    blanks_ = 0;
    tab_ = false;
  }

  void End() {
    if (line_.length == 0) {
      blank_ = true;
    } else {
      line_.one_word = line_.first_word == 0;
      if (line_.first_word == 0) line_.first_word = line_.length;
      line_.after_blank = blank_;
      line_.item = ListMark(line_.span.In(text_)) > 0;
      lines_.push_back(line_);
      blank_ = false;
    }
    line_ = {};
    blanks_ = 0;
    tab_ = false;
  }

  const std::string_view text_;
  std::vector<Line> lines_;
  Line line_;
  uint32_t blanks_ = 0;  // since the last character that is seen
  bool tab_ = false;     // one of them is a tab
  bool blank_ = true;    // the line before was empty
};

// What a line of the head is: one of publisher, date or author, the rest of one that was broken, or another.
enum class HeadLine : uint8_t { kOther, kHeader, kRest };

bool EndsSentence(std::string_view line) {
  const char32_t last = Last(line);
  return last == '.' || last == '!' || last == '?' || last == ':' || last == '"' || last == 0x201D;
}

// Which of the lines go on with the one before.
class Joiner {
 public:
  Joiner(std::string_view text, const LayoutWords& words) : text_(text), words_(words), lines_(LineReader(text).Run()) {
    while (head_ < lines_.size() && (head_ == 0 || !lines_[head_].after_blank)) ++head_;
    evidence_ = head_;
    while (evidence_ < lines_.size() && !IsEvidence(evidence_)) ++evidence_;
    if (evidence_ == lines_.size()) evidence_ = 1;
    column_ = Column();
    broken_ = IsBroken();
    ReadHead();
  }

  std::vector<Span> Run() const {
    std::vector<Span> paragraphs;
    bool in_list = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && GoesOn(i, in_list)) {
        paragraphs.back().end = lines_[i].span.end;
      } else {
        paragraphs.push_back(lines_[i].span);
        in_list = lines_[i].item;
      }
    }
    return paragraphs;
  }

 private:
  std::string_view Words(size_t line) const { return lines_[line].span.In(text_); }
  // Whether line `i` ends in the middle of a sentence.
  bool IsOpen(size_t i) const { return !EndsSentence(Words(i)); }
  // Whether the first word of line `i` did not fit on the line before.
  bool IsForced(size_t i) const { return lines_[i - 1].length + 1 + lines_[i].first_word > column_; }
  bool GoesOnSmall(size_t i) const { return IsOpen(i - 1) && IsLower(First(Words(i))); }
  // Whether line `i` may be the rest of the one before.
  bool MayGoOn(size_t i) const { return !lines_[i].after_blank && !lines_[i].columns && !lines_[i - 1].columns; }
  // Whether what stands before line `i` tells if the text was broken: a short line ends where it does in any text.
  bool IsEvidence(size_t i) const {
    return MayGoOn(i) && !lines_[i].item && !lines_[i].indented && lines_[i - 1].length >= kShortest;
  }

  // The column at which lines were broken, were they broken.
  uint32_t Column() const {
    std::vector<uint32_t> lengths;
    for (size_t i = evidence_; i < lines_.size(); ++i) {
      if (IsEvidence(i)) lengths.push_back(lines_[i - 1].length);
    }
    if (lengths.empty()) return 0;
    const size_t at = (lengths.size() * 9 - 1) / 10;
    std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(at), lengths.end());
    return lengths[at];
  }

  bool IsBroken() const {
    if (column_ < kShortest || column_ > kLongest) return false;
    uint32_t followed = 0;
    uint32_t forced = 0;
    uint32_t open = 0;
    uint32_t small = 0;
    for (const Line& line : lines_) {
      if (line.length > kUnbroken && !line.one_word) return false;
    }
    for (size_t i = evidence_; i < lines_.size(); ++i) {
      if (!IsEvidence(i)) continue;
      ++followed;
      forced += IsForced(i);
      open += IsOpen(i - 1);
      small += GoesOnSmall(i);
    }
    constexpr uint32_t kMany = 4;
    if (followed >= kMany) return forced * 10 >= followed * 7 && open * 10 >= followed * 5;
    return small > 0 && forced == followed;
  }

  // Finds the lines of the head that say who published the report and when, and which of them is the rest of another.
  void ReadHead() {
    head_lines_.resize(std::min(head_, kMostHeadLines), HeadLine::kOther);
    for (size_t i = 0; i < head_lines_.size(); ++i) {
      if (i > 0 && i + 1 < head_lines_.size() && MayGoOn(i + 1) && IsForced(i + 1) && IsPublisherLine(i, i + 1)) {
        head_lines_[i] = HeadLine::kHeader;
        head_lines_[++i] = HeadLine::kRest;
      } else if (ReadHeaderLine(NormalLine(Words(i)), words_)) {
        head_lines_[i] = HeadLine::kHeader;
      }
    }
  }

  // Whether two lines together are one of publisher and date.
  bool IsPublisherLine(size_t first, size_t last) const {
    const std::string both = NormalLine(Span{lines_[first].span.begin, lines_[last].span.end}.In(text_));
    const std::optional<HeaderLine> line = ReadHeaderLine(both, words_);
    return line && line->published && !line->publisher.empty();
  }

  bool GoesOn(size_t i, bool in_list) const {
    if (!MayGoOn(i)) return false;
    // The lines of an item may hang below its first word.
    if (lines_[i].indented && !in_list) return false;
    const bool small = GoesOnSmall(i);
    const bool forced = IsForced(i) && lines_[i - 1].length <= kLongest && lines_[i - 1].length >= kShortest;
    // "- which began on Monday" may be the rest of a sentence.
    if (lines_[i].item && (in_list || !forced || !IsOpen(i - 1))) return false;
    if (i < head_lines_.size()) {
      if (head_lines_[i] == HeadLine::kRest) return true;
      if (head_lines_[i] == HeadLine::kHeader || head_lines_[i - 1] != HeadLine::kOther) return false;
    }
    if (!broken_) return small && forced && column_ <= kLongest;
    return forced || (small && lines_[i - 1].length * 2 >= column_);
  }

  const std::string_view text_;
  const LayoutWords& words_;
  const std::vector<Line> lines_;
  size_t head_ = 0;      // the line behind the first empty one
  size_t evidence_ = 0;  // from here on lines tell whether the text was broken: the body, where it has such lines
  uint32_t column_ = 0;  // at which lines were broken
  bool broken_ = false;  // whether they were
  std::vector<HeadLine> head_lines_;
};

}  // namespace

std::vector<Span> FindParagraphs(std::string_view text, const LayoutWords& words) { return Joiner(text, words).Run(); }

}  // namespace diurna
