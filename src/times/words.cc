// Words are read section by section; a [[time_word]] needs its [[time_class]], a [[holiday]] the names of weekdays,
// which are words of the slot weekday. The first bad entry ends the reading.

#include "times/words.h"

#include <algorithm>
#include <iterator>

#include "diurna/analysis.h"

namespace diurna {

namespace {

// In the order of DigitClass.
constexpr std::string_view kDigitClasses[] = {"NUM",  "ORD",  "YEAR",   "DIGITS", "DAY",      "DAYTH",
                                              "DD",   "MM",   "YY",     "CLOCK",  "DOTCLOCK", "DECADE",
                                              "HHMM", "HOUR", "CLOCKS", "AGES",   "FIGURES",  "FARYEAR"};
// Digits that may make up a time expression by themselves.
constexpr DigitClass kStrongDigits[] = {DigitClass::kYear,         DigitClass::kHhMm,   DigitClass::kClock,
                                        DigitClass::kClockSeconds, DigitClass::kDecade, DigitClass::kDayOrdinal,
                                        DigitClass::kFigures,      DigitClass::kFarYear};
// Classes whose words have sections of their own.
constexpr std::string_view kPartClass = "PART";
constexpr std::string_view kHolidayClass = "HOLIDAY";

// In the order of TimeCue.
constexpr std::string_view kCues[] = {
    "plan",       "term",          "move",           "invariant",  "recurrence",     "dated",
    "beside_day", "month_joint",   "range_filler",   "ended",      "when",           "bound_filler",
    "close",      "no_year_after", "no_year_before", "year_after", "old_year_after", "round_year_after"};

// In the order of TimeBound.
constexpr std::string_view kBounds[] = {"", "since", "from", "until", "by", "before", "after", "during", "as_of"};

}  // namespace

std::vector<std::string_view> SplitAtBlanks(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// Turns the entries of a lexicon into a TimeWords.
class TimeWordsReader {
 public:
  explicit TimeWordsReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<TimeWords> Read() {
    for (const auto read : {&TimeWordsReader::ReadClasses, &TimeWordsReader::ReadNumerals, &TimeWordsReader::ReadParts,
                            &TimeWordsReader::ReadHolidays, &TimeWordsReader::ReadWords, &TimeWordsReader::ReadCues,
                            &TimeWordsReader::ReadBounds}) {
      if (Status status = (this->*read)(); !status.ok()) return status;
    }
    for (TimeWords::Word& word : out_.words_) {
      std::stable_sort(word.phrases.begin(), word.phrases.end(),
                       [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
    return std::move(out_);
  }

 private:
  static Status Bad(const LexiconEntry& entry, std::string_view message) {
    return Status::BadInput(entry.Problem(message));
  }

  uint8_t AddClass(std::string_view name, TimeSlot slot, bool weak) {
    const uint8_t index = static_cast<uint8_t>(slots_.size());
    out_.classes_[std::string(name)] = index;
    slots_.push_back(slot);
    if (!weak) out_.strong_ |= ClassBit(index);
    return index;
  }

  Status ReadClasses() {
    for (std::string_view name : kDigitClasses) AddClass(name, TimeSlot::kNone, true);
    for (DigitClass strong : kStrongDigits) out_.strong_ |= ClassBit(strong);
    part_class_ = AddClass(kPartClass, TimeSlot::kPart, false);
    holiday_class_ = AddClass(kHolidayClass, TimeSlot::kHoliday, false);
    for (const LexiconEntry& entry : lexicon_.Entries("time_class")) {
      if (slots_.size() >= kMostTimeClasses) return Bad(entry, "more than 64 classes of words; merge some");
      AddClass(entry.Text("name"), TimeSlotNamed(entry.Text("slot")).value_or(TimeSlot::kNone), entry.Flag("weak"));
    }
    return Status();
  }

  Status ReadNumerals() {
    Result<NumeralWords> numerals = NumeralWords::Make(lexicon_, &out_.ids_);
    if (!numerals.ok()) return numerals.status();
    out_.numerals_ = std::move(*numerals);
    out_.words_.resize(out_.ids_.size());
    return Status();
  }

  Status ReadParts() {
    for (const LexiconEntry& entry : lexicon_.Entries("part_of_day")) {
      const auto hour = [&](std::string_view key) { return static_cast<int>(entry.Number(key, -1)); };
      PartOfDay part;
      part.name = entry.Text("name");
      part.value = entry.Text("value");
      const double mod = SlotValue(TimeSlot::kModifier, entry.Text("mod")).value_or(0);
      part.mod = static_cast<TimeMod>(static_cast<int>(mod));
      part.start = hour("start");
      part.end = hour("end");
      part.early_start = hour("early_start");
      part.early_end = hour("early_end");
      part.afternoon_from = hour("afternoon_from");
      if (part.start < 0 || part.start > 24 || part.end < part.start || part.end > 48) {
        return Bad(entry, "start and end are hours from 0 to 24, an end on the next day up to 48");
      }
      if ((part.early_start < 0) != (part.early_end < 0)) {
        return Bad(entry, "early_start and early_end stand together or not at all");
      }
      TimeSense sense;
      sense.word_class = part_class_;
      sense.slot = TimeSlot::kPart;
      sense.value = static_cast<double>(out_.parts_.size());
      for (std::string_view words : entry.List("words")) AddPhrase(words, sense, 0, false);
      out_.parts_.push_back(std::move(part));
    }
    return Status();
  }

  // 1 to 7 for the name of a weekday, 0 for any other word.
  int WeekdayNamed(std::string_view name) const {
    for (const LexiconEntry& entry : lexicon_.Entries("time_word")) {
      const std::optional<uint8_t> word_class = out_.ClassNamed(entry.Text("class"));
      if (!word_class || slots_[*word_class] != TimeSlot::kWeekday) continue;
      const std::vector<std::string_view> words = entry.List("words");
      if (std::find(words.begin(), words.end(), name) == words.end()) continue;
      return static_cast<int>(SlotValue(TimeSlot::kWeekday, entry.Text("value")).value_or(0));
    }
    return 0;
  }

  Status ReadHolidays() {
    for (const LexiconEntry& entry : lexicon_.Entries("holiday")) {
      const std::optional<Holiday> holiday =
          Holiday::Parse(entry.Text("date"), [&](std::string_view name) { return WeekdayNamed(name); });
      if (!holiday) return Bad(entry, R"(date is like "12-25", "4 thursday 11" or "easter -2")");
      TimeSense sense;
      sense.word_class = holiday_class_;
      sense.slot = TimeSlot::kHoliday;
      sense.value = static_cast<double>(out_.holidays_.size());
      for (std::string_view name : entry.List("words")) AddPhrase(name, sense, 0, true);
      out_.holidays_.push_back(*holiday);
    }
    return Status();
  }

  Status ReadWords() {
    for (const LexiconEntry& entry : lexicon_.Entries("time_word")) {
      const std::string_view class_name = entry.Text("class");
      const std::optional<uint8_t> word_class = out_.ClassNamed(class_name);
      if (!word_class) return Bad(entry, "no [[time_class]] is called " + std::string(class_name));
      TimeSense sense;
      sense.word_class = *word_class;
      sense.slot = slots_[*word_class];
      const std::optional<double> value = out_.ValueOf(sense.slot, entry.Text("value"));
      if (!value) {
        return Bad(entry, "value \"" + std::string(entry.Text("value")) + "\" does not suit the class's slot");
      }
      sense.value = *value;
      uint64_t pos = 0;
      for (std::string_view name : entry.List("pos")) {
        for (uint32_t i = 0; i <= static_cast<uint32_t>(Pos::kSpace); ++i) {
          if (Name(static_cast<Pos>(i)) == name) pos |= uint64_t{1} << i;
        }
      }
      for (std::string_view words : entry.List("words")) AddPhrase(words, sense, pos, entry.Flag("capital"));
    }
    return Status();
  }

  Status ReadCues() {
    for (const LexiconEntry& entry : lexicon_.Entries("time_cue")) {
      const auto* const cue = std::find(std::begin(kCues), std::end(kCues), entry.Text("cue"));
      if (cue == std::end(kCues)) return Bad(entry, "no cue is called " + std::string(entry.Text("cue")));
      for (std::string_view word : entry.List("words")) {
        out_.words_[out_.Intern(word)].cues |= 1u << (cue - std::begin(kCues));
      }
    }
    return Status();
  }

  Status ReadBounds() {
    for (const LexiconEntry& entry : lexicon_.Entries("time_bound")) {
      const auto* const bound = std::find(std::begin(kBounds), std::end(kBounds), entry.Text("bound"));
      if (bound == std::end(kBounds)) return Bad(entry, "no bound is called " + std::string(entry.Text("bound")));
      for (std::string_view words : entry.List("words")) {
        if (SplitAtBlanks(words).empty()) return Bad(entry, "an empty word");
        out_.bounds_.push_back({InternAll(words), static_cast<TimeBound>(bound - std::begin(kBounds))});
      }
    }
    std::stable_sort(out_.bounds_.begin(), out_.bounds_.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return Status();
  }

  std::vector<uint32_t> InternAll(std::string_view words) {
    std::vector<uint32_t> out;
    for (std::string_view word : SplitAtBlanks(words)) out.push_back(out_.Intern(word));
    return out;
  }

  void AddPhrase(std::string_view words, TimeSense sense, uint64_t pos, bool capital) {
    TimeWords::Phrase phrase{InternAll(words), sense, pos, capital};
    if (phrase.words.empty()) return;
    phrase.sense.length = static_cast<uint8_t>(phrase.words.size());
    std::vector<TimeWords::Phrase>& list = out_.words_[phrase.words[0]].phrases;
    list.push_back(std::move(phrase));
  }

  const Lexicon& lexicon_;
  TimeWords out_;
  std::vector<TimeSlot> slots_;  // by class
  uint8_t part_class_ = 0, holiday_class_ = 0;
};

Result<TimeWords> TimeWords::Make(const Lexicon& lexicon) { return TimeWordsReader(lexicon).Read(); }

uint32_t TimeWords::Intern(std::string_view lower) {
  const uint32_t id = ids_.Intern(lower);
  words_.resize(ids_.size());
  return id;
}

std::optional<uint8_t> TimeWords::ClassNamed(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> TimeWords::ValueOf(TimeSlot slot, std::string_view text) const {
  if (slot != TimeSlot::kPart) return SlotValue(slot, text);
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].name == text) return static_cast<double>(i);
  }
  return std::nullopt;
}

}  // namespace diurna
