// Decided once, from what a report shows: the years that lie before the publication, against words such as weekdays and
// "today" that only make sense near it. The weights are those that part the histories from the news of the corpora
// best.

#include "times/genre.h"

#include "syntax/word.h"

namespace diurna {

namespace {

constexpr int kEnough = 10;    // far years before one may speak of a history
constexpr int kHeading = 3;    // a year that is a line of its own weighs as much as this many
constexpr int kThisYear = 2;   // and one that is no earlier than the publication as this many near words
constexpr int kFarWeight = 2;  // a near word weighs as much as two or three far years
constexpr int kNearWeight = 5;
constexpr int kMargin = 6;

// Counts what speaks for either.
class GenreScale {
 public:
  GenreScale(const TimeText& text, std::optional<CivilDay> published) : text_(text), published_(published) {}

  TimeGenre Read() {
    for (uint32_t i = 0; i < text_.size(); ++i) {
      for (const TimeSense& sense : text_.SensesOf(text_[i])) Weigh(sense, i);
    }
    const bool narrative = far_ >= kEnough && kFarWeight * far_ > kNearWeight * near_ + kMargin;
    return narrative ? TimeGenre::kNarrative : TimeGenre::kNews;
  }

 private:
  void Weigh(const TimeSense& sense, uint32_t at) {
    switch (sense.slot) {
      case TimeSlot::kYear:
        if (!IsDated(at)) break;
        if (published_ && static_cast<int>(sense.value) >= published_->year) {
          near_ += kThisYear;
        } else {
          far_ += IsLine(at) ? kHeading : 1;
        }
        break;
      case TimeSlot::kEra:
        ++far_;
        break;
      case TimeSlot::kWeekday:
      case TimeSlot::kDayOffset:
        ++near_;
        break;
      default:
        break;
    }
  }

  // Whether four digits are the year of something.
  bool IsDated(uint32_t at) const {
    if (at == 0 || text_[at].line_start) return true;
    const Token& before = text_.TokenOf(at - 1);
    return IsProperNoun(before) || text_.words().Is(TimeCue::kDated, before.lower);
  }

  bool IsLine(uint32_t at) const {
    return text_[at].line_start && (at + 1 == text_.size() || text_[at + 1].line_start);
  }

  const TimeText& text_;
  const std::optional<CivilDay> published_;
  int far_ = 0, near_ = 0;
};

}  // namespace

TimeGenre GenreOf(const TimeText& text, std::optional<CivilDay> published) {
  return GenreScale(text, published).Read();
}

}  // namespace diurna
