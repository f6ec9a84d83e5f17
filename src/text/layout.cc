// A report is read from its top: lines of the head (publisher, date, byline, labels) and the title, in any order, until
// the first paragraph that is neither. A standfirst between title and byline is read over. The last paragraphs are
// looked at too, for "Reporting by" lines and dates that papers print there.
//
// The date of publication is the caller's, else that of the head, else that of the dateline, else that of the end. One
// without a year takes it from the full dates of the text, so that it comes nearest to the latest of them: a report
// tells what has just happened. A date that could be two is not chosen between. All that is decided so is said.

#include "text/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
#include "text/dateline.h"
#include "text/header_date.h"
#include "text/header_line.h"
#include "text/letters.h"

namespace diurna {
namespace {

constexpr size_t kMostHeadLines = 12;

class Layouter {
 public:
  Layouter(const LayoutWords& words, const Metadata& metadata, Document* document)
      : words_(words), metadata_(metadata), document_(*document), text_(document->text) {}

  void Run() {
    document_.title = metadata_.title;
    document_.publisher = metadata_.publisher;
    document_.url = metadata_.url;
    ReadHead();
    ReadDatelines();
    ReadTail();
    SetPublished();
  }

 private:
  std::string_view Words(size_t paragraph) const { return document_.paragraphs[paragraph].In(text_); }
  size_t count() const { return document_.paragraphs.size(); }

  Span SpanOf(std::string_view words) const {
    const auto begin = static_cast<uint32_t>(words.data() - text_.data());
    return {begin, begin + static_cast<uint32_t>(words.size())};
  }

  // Takes over what a line of the head says and where it stands.
  void Take(const HeaderLine& line, Span span) {
    if (!line.title.empty() && document_.title.empty()) {
      document_.title = line.title;
      document_.title_span = SpanOf(line.title);
    }
    if (!line.publisher.empty() && document_.publisher.empty()) document_.publisher = line.publisher;
    if (!line.place.empty() && document_.dateline_place.empty())
      document_.dateline_place = words_.names.FromCapitals(line.place);
    if (!line.author.empty() && document_.author.empty()) document_.author = words_.names.FromCapitals(line.author);
    if (!line.url.empty() && document_.url.empty()) document_.url = line.url;
    if (line.byline && document_.byline_span.empty()) document_.byline_span = span;
    if ((line.published || !line.publisher.empty()) && document_.publisher_span.empty()) {
      document_.publisher_span = span;
    }
    if (line.published && !head_date_) {
      head_date_ = line.published;
      head_date_span_ = SpanOf(line.published_words);
    }
    if (line.updated && line.updated->full()) document_.updated = ToIso(*line.updated);
  }

  // True where the first line of a text could be its title.
  bool IsTitle(size_t paragraph) const {
    const std::string_view words = Words(paragraph);
    constexpr size_t kLongest = 300;
    constexpr size_t kLongestSentence = 160;
    const bool sentence = words.ends_with('.') && !words.ends_with("..");
    // The line below tells: a title stands above the publisher's line.
    if (paragraph + 1 < count() && words.size() <= kLongest) {
      const std::optional<HeaderLine> next = ReadHeaderLine(Words(paragraph + 1), words_);
      if (next && next->published) return true;
    }
    if (words.size() > kLongest || (sentence && words.size() > kLongestSentence)) return false;
    return !(sentence && (count() == 1 || ReadDateline(words, words_)));
  }

  void ReadHead() {
    bool titled = false;
    size_t at = 0;
    size_t title_at = 0;
    for (; at < std::min(count(), kMostHeadLines); ++at) {
      const std::string_view words = Words(at);
      const Span span = document_.paragraphs[at];
      std::optional<HeaderLine> line = ReadHeaderLine(words, words_);
      // A headline in capitals with a date at its end looks like a publisher's line; the line below tells.
      if (line && at == 0 && line->title.empty() && !line->labelled && !line->publisher.empty() && count() > 1 &&
          (ReadHeaderLine(Words(1), words_) || !IsTitle(1) || Words(1).ends_with('.'))) {
        line.reset();
      }
      if (line) {
        Take(*line, span);
        if (!line->title.empty()) titled = true;
        continue;
      }
      if (!titled && !metadata_.title.empty()) {
        titled = true;
        if (ToLower(words) == ToLower(Trim(metadata_.title))) {
          document_.title_span = span;
          title_at = at;
          continue;
        }
      }
      if (!titled && IsTitle(at)) {
        titled = true;
        document_.title = words;
        document_.title_span = span;
        title_at = at;
        continue;
      }
      if (titled && at == title_at + 1 && IsStandfirst(at)) continue;
      break;
    }
    if (at < count()) {
      document_.body_begin = document_.paragraphs[at].begin;
    } else if (count() > 0) {
      // Nothing but a head: what there is is the report.
      document_.body_begin = document_.title_span.empty() ? document_.paragraphs[0].begin : document_.title_span.begin;
      document_.title_span = {};
    }
    body_ = at;
  }

  // A paragraph between the title and a byline or dated line.
  bool IsStandfirst(size_t paragraph) const {
    constexpr size_t kLongest = 300;
    if (paragraph + 1 >= count() || Words(paragraph).size() > kLongest || ReadDateline(Words(paragraph), words_))
      return false;
    const std::optional<HeaderLine> next = ReadHeaderLine(Words(paragraph + 1), words_);
    return next && (next->byline || next->published);
  }

  void ReadDatelines() {
    for (size_t at = body_; at < std::min(count(), body_ + 2); ++at) {
      const std::string_view words = Words(at);
      const std::optional<Dateline> dateline = ReadDateline(words, words_);
      if (!dateline) continue;
      const uint32_t begin = document_.paragraphs[at].begin;
      document_.dateline_span = {begin, begin + static_cast<uint32_t>(dateline->size)};
      if (!dateline->place.empty() && document_.dateline_place.empty()) {
        document_.dateline_place = words_.names.FromCapitals(dateline->place.substr(0, dateline->place.find('/')));
      }
      if (!dateline->agency.empty() && document_.publisher.empty()) document_.publisher = dateline->agency;
      if (dateline->date && dateline->date->month != 0) {
        dateline_date_ = dateline->date;
        dateline_date_span_ = SpanOf(dateline->date_words);
      }
      return;
    }
  }

  void ReadTail() {
    constexpr size_t kTail = 3;
    const size_t begin = std::max(body_ + 1, count() > kTail ? count() - kTail : 0);
    for (size_t at = begin; at < count(); ++at) {
      const std::optional<HeaderLine> line = ReadHeaderLine(Words(at), words_);
      // Only lines that say what they are: a name and a date may close a letter that the report quotes.
      if (line && (line->byline || line->labelled) && line->title.empty()) Take(*line, document_.paragraphs[at]);
    }
  }

  void SetPublished() {
    if (!metadata_.published.empty()) {
      const std::optional<HeaderDate> given = ReadWholeDate(Trim(metadata_.published), words_.dates);
      if (given && given->full()) {
        document_.published = ToIso(*given);
        return;
      }
      Warn(fmt::format("the given date of publication \"{}\" is no full date and was not used", metadata_.published));
    }
    if (head_date_ && TakeDate(*head_date_, head_date_span_)) return;
    if (dateline_date_ && TakeDate(*dateline_date_, dateline_date_span_)) return;
    if (document_.published.empty() && !told_) {
      Warn("no date of publication found, so days such as \"Tuesday\" stay without a date; give it with --published");
    }
  }

  bool TakeDate(HeaderDate date, Span span) {
    const std::string words(span.In(text_));
    if (date.ambiguous) {
      Warn(fmt::format("\"{}\" can be read as two dates; give the date of publication with --published", words));
      told_ = true;
      return false;
    }
    if (date.year == 0) {
      date.year = YearFor(date);
      if (date.year == 0) {
        Warn(fmt::format("the date of publication, {}, has no year; give it with --published",
                         MonthAndDay(date, words_.dates)));
        told_ = true;
        return false;
      }
      Warn(fmt::format("the date of publication, {}, has no year; {} is taken from the dates in the text",
                       MonthAndDay(date, words_.dates), date.year));
    }
    if (date.short_year) Warn(fmt::format("the year of \"{}\" has two digits and is read as {}", words, date.year));
    if (date.weekday >= 0 && date.weekday != WeekdayOf(date.year, date.month, date.day)) {
      Warn(fmt::format("\"{}\" names a weekday that does not fit its date", words));
    }
    document_.published = ToIso(date);
    document_.published_span = span;
    return true;
  }

  // The year that puts month and day nearest to the latest full date of the text; 0 where the text has none within half
  // a year of it or the weekday does not fit.
  int YearFor(const HeaderDate& date) const {
    if (head_date_ && head_date_->full()) return head_date_->year;
    if (dateline_date_ && dateline_date_->full()) return dateline_date_->year;
    int latest = 0;
    int latest_year = 0;
    bool inside_word = false;
    for (size_t at = 0; at < text_.size();) {
      const size_t here = at;
      const char32_t point = DecodeUtf8(text_, &at);
      const bool word = IsLetter(point) || IsDigit(point);
      if (word && !inside_word) {
        const std::optional<HeaderDate> found = ReadHeaderDate(text_.substr(here, 60), words_.dates);
        if (found && found->full() && !found->short_year) {
          const int day = DayNumber(found->year, found->month, found->day);
          if (latest_year == 0 || day > latest) {
            latest = day;
            latest_year = found->year;
          }
        }
      }
      inside_word = word;
    }
    if (latest_year == 0) return 0;
    constexpr int kFarthest = 183;
    int best = 0;
    int nearest = kFarthest + 1;
    for (int year = latest_year - 1; year <= latest_year + 1; ++year) {
      if (!IsCalendarDate(year, date.month, date.day)) continue;
      if (date.weekday >= 0 && WeekdayOf(year, date.month, date.day) != date.weekday) continue;
      const int distance = std::abs(DayNumber(year, date.month, date.day) - latest);
      if (distance < nearest) {
        nearest = distance;
        best = year;
      }
    }
    return best;
  }

  void Warn(std::string warning) { document_.warnings.push_back(std::move(warning)); }

  const LayoutWords& words_;
  const Metadata& metadata_;
  Document& document_;
  const std::string_view text_;
  size_t body_ = 0;  // index of the first paragraph of the body
  std::optional<HeaderDate> head_date_;
  Span head_date_span_;
  std::optional<HeaderDate> dateline_date_;
  Span dateline_date_span_;
  bool told_ = false;
};

}  // namespace

void LayOut(const LayoutWords& words, const Metadata& metadata, Document* document) {
  Layouter(words, metadata, document).Run();
}

}  // namespace diurna
