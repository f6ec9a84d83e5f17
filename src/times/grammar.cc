// Matching of time expressions. Every token is looked up once in a vocabulary of all words that rules and classes name;
// the classes that an atom may have are then bits of a word, and a rule is a small program over atoms (the backtracking
// machine of Thompson and Pike: a fork tries the longer way first). Rules are indexed by what they may start with, so
// that an atom which starts none costs one test. Number expressions are read once per atom before matching and count as
// one item of the class NUM or ORD. Left out: loops in patterns (no time expression needs one) and overlapping matches:
// the longest match at the leftmost atom wins.

#include "times/grammar.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace diurna {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool AllDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

// The atoms that a token with digits in it falls into.
std::vector<std::string_view> CutToken(std::string_view text) {
  std::vector<std::string_view> out;
  size_t at = 0;
  const auto digits = [&](size_t from) {
    while (from < text.size() && IsDigit(text[from])) ++from;
    return from;
  };
  const auto letters = [&](size_t from) {
    while (from < text.size() && (IsLetter(text[from]) || text[from] == '.')) ++from;
    return from;
  };
  // "2.5" is a number, "28.02.2024" a date.
  const bool dotted = std::count(text.begin(), text.end(), '.') >= 2;
  while (at < text.size()) {
    size_t end = at + 1;
    if (IsDigit(text[at])) {
      end = digits(at);
      // Separators inside of a number or clock time: "1,460", "2.5", "13:45:20".
      while (end + 1 < text.size() && IsDigit(text[end + 1]) &&
             (text[end] == ',' || text[end] == ':' || (text[end] == '.' && !dotted))) {
        end = digits(end + 1);
      }
      const size_t tail = letters(end);
      const std::string_view suffix = text.substr(end, tail - end);
      if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" || suffix == "s") end = tail;
    } else if (IsLetter(text[at])) {
      end = letters(at);
    } else {
      while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    }
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

template <typename T>
bool ParseWhole(std::string_view text, T* out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out);
  return error == std::errc() && end == text.data() + text.size();
}

constexpr std::string_view kBuiltInClasses[] = {"NUM",  "ORD",  "YEAR",   "DIGITS", "DAY",      "DAYTH",
                                                "DD",   "MM",   "YY",     "CLOCK",  "DOTCLOCK", "DECADE",
                                                "HHMM", "HOUR", "CLOCKS", "AGES",   "FIGURES"};
enum BuiltInClass : uint8_t {
  kNum,
  kOrd,
  kYearDigits,
  kDigits,
  kDayDigits,
  kDayOrdinal,
  kDd,
  kMm,
  kYy,
  kClockDigits,
  kDotClock,
  kDecadeDigits,
  kHhMm,
  kHourDigits,
  kClockSeconds,
  kAges,
  kFigures,
};

// Classes that rules name have a bit each; lists of words that only the code asks for come behind them and have none.
constexpr uint8_t kFirstList = 64;
constexpr uint64_t Bit(uint32_t word_class) { return word_class < kFirstList ? uint64_t{1} << word_class : 0; }

}  // namespace

std::string_view TimexName(TimeMod mod) {
  constexpr std::string_view kNames[] = {"",          "START",     "MID",           "END",          "APPROX",
                                         "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"};
  return kNames[static_cast<int>(mod)];
}

std::optional<CivilDay> Holiday::In(int year) const {
  switch (kind) {
    case Kind::kUnknown:
      return std::nullopt;
    case Kind::kFixed:
      if (!ValidDay(year, month, day)) return std::nullopt;
      return CivilDay{year, month, day};
    case Kind::kNthWeekday:
      return NthWeekday(year, month, weekday, nth);
    case Kind::kEaster:
      return AddDays(EasterSunday(year), nth);
  }
  return std::nullopt;
}

// Turns the entries of a lexicon into a TimeGrammar.
class TimeGrammarCompiler {
 public:
  explicit TimeGrammarCompiler(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<TimeGrammar> Compile() {
    g_.words_.reserve(2048);
    grow(0);
    g_.hyphen_ = Intern("-");
    g_.and_ = Intern("and");
    g_.a_ = Intern("a");
    g_.an_ = Intern("an");
    g_.half_ = Intern("half");
    for (std::string_view name : kBuiltInClasses) AddClass(name, TimeSlot::kNone, true);
    for (uint8_t strong : {kYearDigits, kHhMm, kClockDigits, kClockSeconds, kDecadeDigits, kDayOrdinal, kFigures})
      g_.strong_ |= Bit(strong);
    ReadClasses();
    ReadNumbers();
    ReadParts();
    ReadHolidays();
    ReadWords();
    for (const LexiconEntry& entry : lexicon_.Entries("time_part"))
      part_patterns_[entry.Text("name")] = entry.Text("match");
    for (const LexiconEntry& entry : lexicon_.Entries("time_rule")) ReadRule(entry);
    if (!error_.empty()) return Status::BadInput(error_);
    Index();
    return std::move(g_);
  }

 private:
  struct ClassInfo {
    uint8_t index = 0;
    TimeSlot slot = TimeSlot::kNone;
  };

  void Fail(const LexiconEntry& entry, const std::string& message) {
    if (error_.empty()) error_ = std::string(entry.file()) + ":" + std::to_string(entry.line()) + ": " + message;
  }

  void grow(uint32_t word) {
    if (g_.phrases_.size() <= word) g_.phrases_.resize(word + 1);
    if (g_.numbers_.size() <= word) g_.numbers_.resize(word + 1);
  }

  uint32_t Intern(std::string_view word) {
    const auto found = g_.words_.find(word);
    if (found != g_.words_.end()) return found->second;
    const uint32_t id = static_cast<uint32_t>(g_.words_.size() + 1);
    g_.words_.emplace(word, id);
    grow(id);
    return id;
  }

  void AddClass(std::string_view name, TimeSlot slot, bool weak) {
    const bool list = name == "PLAN" || name == "TERM" || name == "MOVE" || name == "INVARIANT";
    const uint8_t index = list ? lists_++ : bits_++;
    classes_[name] = {index, slot};
    if (!weak) g_.strong_ |= Bit(index);
    if (name == "RECURRENCE") g_.recurrence_ = Bit(index);
    if (name == "PLAN") g_.plan_ = index;
    if (name == "TERM") g_.term_ = index;
    if (name == "MOVE") g_.move_ = index;
    if (name == "INVARIANT") g_.invariant_ = index;
  }

  void ReadClasses() {
    static constexpr std::pair<std::string_view, TimeSlot> kSlots[] = {{"none", TimeSlot::kNone},
                                                                       {"month", TimeSlot::kMonth},
                                                                       {"weekday", TimeSlot::kWeekday},
                                                                       {"unit", TimeSlot::kUnit},
                                                                       {"season", TimeSlot::kSeason},
                                                                       {"modifier", TimeSlot::kModifier},
                                                                       {"quantity", TimeSlot::kQuantity},
                                                                       {"vague", TimeSlot::kVague},
                                                                       {"relation", TimeSlot::kRelation},
                                                                       {"direction", TimeSlot::kDirection},
                                                                       {"reference", TimeSlot::kReference},
                                                                       {"day_offset", TimeSlot::kDayOffset},
                                                                       {"era", TimeSlot::kEra},
                                                                       {"meridiem", TimeSlot::kMeridiem},
                                                                       {"zone", TimeSlot::kZone},
                                                                       {"fraction", TimeSlot::kFraction},
                                                                       {"frequency", TimeSlot::kFrequency},
                                                                       {"quarter", TimeSlot::kQuarter},
                                                                       {"decade", TimeSlot::kDecade},
                                                                       {"clock", TimeSlot::kClock},
                                                                       {"minutes", TimeSlot::kMinutes},
                                                                       {"times", TimeSlot::kTimes}};
    AddClass("PART", TimeSlot::kPart, false);
    AddClass("HOLIDAY", TimeSlot::kHoliday, false);
    for (const LexiconEntry& entry : lexicon_.Entries("time_class")) {
      if (bits_ >= kFirstList) return Fail(entry, "more than 64 classes of words; merge some");
      for (const auto& [name, slot] : kSlots) {
        if (name == entry.Text("slot")) AddClass(entry.Text("name"), slot, entry.Flag("weak"));
      }
    }
  }

  // The value of a word or a fixed slot as the slot's number; false where it cannot be read.
  bool ParseValue(TimeSlot slot, std::string_view text, double* out) {
    const auto relation = [&](std::string_view spelled) {
      TimeRelation value;
      const size_t blank = spelled.find(' ');
      const std::string_view base = spelled.substr(0, blank);
      if (base != "narrative" && base != "publication") return false;
      value.narrative = base == "narrative";
      if (blank != std::string_view::npos && !ParseWhole(spelled.substr(blank + 1), &value.shift)) return false;
      *out = value.code();
      return true;
    };
    const auto one_of = [&](std::initializer_list<std::string_view> names) {
      int i = 0;
      for (std::string_view name : names) {
        if (name == text) {
          *out = i;
          return true;
        }
        ++i;
      }
      return false;
    };
    switch (slot) {
      case TimeSlot::kUnit:
      case TimeSlot::kFrequency: {
        const std::optional<TimeUnit> unit = TimeUnitNamed(text);
        if (unit) *out = static_cast<double>(*unit);
        return unit.has_value();
      }
      case TimeSlot::kSeason:
        return one_of({"", "spring", "summer", "autumn", "winter"}) && *out > 0;
      case TimeSlot::kModifier:
      case TimeSlot::kQuantity:
        return one_of(
            {"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"});
      case TimeSlot::kReference:
        return one_of({"PAST_REF", "PRESENT_REF", "FUTURE_REF"});
      case TimeSlot::kRelation:
      case TimeSlot::kDirection:
        return relation(text);
      case TimeSlot::kEra:
        if (text == "BC") *out = -1;
        if (text == "AD") *out = 1;
        return text == "BC" || text == "AD";
      case TimeSlot::kMeridiem:
        if (text == "am") *out = 0;
        if (text == "pm") *out = 12;
        return text == "am" || text == "pm";
      case TimeSlot::kPart:
        for (size_t i = 0; i < g_.parts_.size(); ++i) {
          if (g_.parts_[i].name == text) {
            *out = static_cast<double>(i);
            return true;
          }
        }
        return false;
      case TimeSlot::kNone:
      case TimeSlot::kZone:
        *out = 0;
        return true;
      default:
        return ParseWhole(text, out);
    }
  }

  void AddPhrase(std::string_view words, TimeSense sense, uint64_t pos, bool capital) {
    TimeGrammar::Phrase phrase;
    for (std::string_view word : Split(words)) phrase.words.push_back(Intern(word));
    if (phrase.words.empty()) return;
    sense.length = static_cast<uint8_t>(phrase.words.size());
    phrase.sense = sense;
    phrase.pos = pos;
    phrase.capital = capital;
    g_.phrases_[phrase.words[0]].push_back(std::move(phrase));
  }

  void ReadNumbers() {
    using Kind = TimeGrammar::NumberWord::Kind;
    for (const LexiconEntry& entry : lexicon_.Entries("number_word")) {
      const std::string_view kind = entry.Text("kind");
      const double value = entry.Number("value");
      for (std::string_view spelling : entry.List("words")) {
        TimeGrammar::NumberWord& word = g_.numbers_[Intern(spelling)];
        if (kind == "ordinal") {
          word.ordinal = value;
          word.ordinal_kind = value < 20 ? Kind::kUnit : value < 100 ? Kind::kTen : Kind::kMultiplier;
        } else if (kind != "fraction") {
          word.value = value;
          word.kind = kind == "unit"   ? Kind::kUnit
                      : kind == "teen" ? Kind::kTeen
                      : kind == "ten"  ? Kind::kTen
                                       : Kind::kMultiplier;
        }
      }
    }
  }

  void ReadParts() {
    for (const LexiconEntry& entry : lexicon_.Entries("part_of_day")) {
      PartOfDay part;
      part.name = entry.Text("name");
      part.value = entry.Text("value");
      double mod = 0;
      if (entry.Has("mod")) ParseValue(TimeSlot::kModifier, entry.Text("mod"), &mod);
      part.mod = static_cast<TimeMod>(static_cast<int>(mod));
      part.start = static_cast<int>(entry.Number("start"));
      part.end = static_cast<int>(entry.Number("end"));
      if (part.start < 0 || part.start > 24 || part.end < part.start || part.end > 48) {
        return Fail(entry, "start and end are hours from 0 to 24, an end on the next day up to 48");
      }
      TimeSense sense;
      sense.word_class = classes_["PART"].index;
      sense.slot = TimeSlot::kPart;
      sense.value = static_cast<double>(g_.parts_.size());
      for (std::string_view words : entry.List("words")) AddPhrase(words, sense, 0, false);
      g_.parts_.push_back(std::move(part));
    }
  }

  void ReadHolidays() {
    static constexpr std::string_view kWeekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
    for (const LexiconEntry& entry : lexicon_.Entries("holiday")) {
      Holiday holiday;
      holiday.name = entry.Text("name");
      const std::string_view date = entry.Text("date");
      const std::vector<std::string_view> words = Split(date);
      bool good = date.empty();
      if (words.size() == 1 && date.size() == 5 && date[2] == '-') {
        holiday.kind = Holiday::Kind::kFixed;
        good = ParseWhole(date.substr(0, 2), &holiday.month) && ParseWhole(date.substr(3), &holiday.day) &&
               ValidDay(2000, holiday.month, holiday.day);
      } else if (words.size() == 2 && words[0] == "easter") {
        holiday.kind = Holiday::Kind::kEaster;
        good = ParseWhole(words[1], &holiday.nth);
      } else if (words.size() == 3) {
        holiday.kind = Holiday::Kind::kNthWeekday;
        for (int i = 0; i < 7; ++i) {
          if (kWeekdays[i] == words[1]) holiday.weekday = i + 1;
        }
        good = ParseWhole(words[0], &holiday.nth) && ParseWhole(words[2], &holiday.month) && holiday.weekday > 0 &&
               holiday.month >= 1 && holiday.month <= 12 && holiday.nth != 0 && std::abs(holiday.nth) <= 5;
      }
      if (!good) return Fail(entry, "date is like \"12-25\", \"4 thursday 11\" or \"easter -2\"");
      TimeSense sense;
      sense.word_class = classes_["HOLIDAY"].index;
      sense.slot = TimeSlot::kHoliday;
      sense.value = static_cast<double>(g_.holidays_.size());
      for (std::string_view name : entry.List("words")) AddPhrase(name, sense, 0, true);
      g_.holidays_.push_back(std::move(holiday));
    }
  }

  void ReadWords() {
    for (const LexiconEntry& entry : lexicon_.Entries("time_word")) {
      const auto found = classes_.find(entry.Text("class"));
      if (found == classes_.end()) {
        return Fail(entry, "no [[time_class]] is called " + std::string(entry.Text("class")));
      }
      TimeSense sense;
      sense.word_class = found->second.index;
      sense.slot = found->second.slot;
      if (!ParseValue(sense.slot, entry.Text("value"), &sense.value)) {
        return Fail(entry, "value \"" + std::string(entry.Text("value")) + "\" does not suit the class's slot");
      }
      uint64_t pos = 0;
      for (std::string_view name : entry.List("pos")) {
        for (int i = 0; i <= static_cast<int>(Pos::kSpace); ++i) {
          if (Name(static_cast<Pos>(i)) == name) pos |= Bit(static_cast<uint32_t>(i));
        }
      }
      for (std::string_view words : entry.List("words")) AddPhrase(words, sense, pos, entry.Flag("capital"));
    }
  }

  static std::vector<std::string_view> Split(std::string_view text) {
    std::vector<std::string_view> out;
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) out.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return out;
  }

  using Op = TimeGrammar::Op;
  uint32_t Emit(Op op, uint32_t x = 0) {
    g_.code_.push_back({op, x});
    return static_cast<uint32_t>(g_.code_.size() - 1);
  }
  uint32_t Here() const { return static_cast<uint32_t>(g_.code_.size()); }

  // Compiles items from `at` up to the end, `)` or `|`.
  void Sequence(const std::vector<std::string_view>& items, size_t* at, int depth, const LexiconEntry& entry) {
    while (*at < items.size() && error_.empty()) {
      std::string_view item = items[*at];
      if (item == "|" || item == ")" || item == ")?") return;
      const uint32_t start = Here();
      bool optional = false;
      if (item == "(") {
        ++*at;
        Alternatives(items, at, depth, entry);
        if (*at >= items.size()) return Fail(entry, "a ( without its )");
        optional = items[*at] == ")?";
      } else {
        if (item.size() > 1 && item.back() == '?') {
          optional = true;
          item.remove_suffix(1);
        }
        Item(item, depth, entry);
      }
      ++*at;
      if (optional) {
        g_.code_.insert(g_.code_.begin() + start, {Op::kFork, 0});
        Relocate(start + 1, start);
        g_.code_[start].x = Here();
      }
    }
  }

  // Code from `from` on has moved by one instruction; targets at or behind `origin` inside of it move too.
  void Relocate(uint32_t from, uint32_t origin) {
    for (uint32_t i = from; i < Here(); ++i) {
      if ((g_.code_[i].op == Op::kFork || g_.code_[i].op == Op::kJump) && g_.code_[i].x >= origin) ++g_.code_[i].x;
    }
  }

  void Alternatives(const std::vector<std::string_view>& items, size_t* at, int depth, const LexiconEntry& entry) {
    std::vector<uint32_t> jumps;
    while (error_.empty()) {
      const uint32_t start = Here();
      Sequence(items, at, depth, entry);
      if (*at >= items.size() || items[*at] != "|") break;
      ++*at;
      g_.code_.insert(g_.code_.begin() + start, {Op::kFork, 0});
      Relocate(start + 1, start);
      jumps.push_back(Emit(Op::kJump));
      g_.code_[start].x = Here();
    }
    for (uint32_t jump : jumps) g_.code_[jump].x = Here();
  }

  void Item(std::string_view item, int depth, const LexiconEntry& entry) {
    if (item == "{") {
      Emit(Op::kOpen);
    } else if (item == "}") {
      Emit(Op::kClose);
    } else if (const auto word_class = classes_.find(item); word_class != classes_.end()) {
      Emit(Op::kClass, word_class->second.index);
    } else if (const auto part = part_patterns_.find(item); part != part_patterns_.end()) {
      if (depth > 12) return Fail(entry, "the parts name one another in a circle, by way of " + std::string(item));
      Pattern(part->second, depth + 1, entry);
    } else if (item.size() > 1 && item[0] == '\\') {
      Emit(Op::kWord, Intern(item.substr(1)));
    } else if (std::any_of(item.begin(), item.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      Fail(entry, "nothing is called " + std::string(item));
    } else {
      Emit(Op::kWord, Intern(item));
    }
    if (g_.code_.size() > 200000) Fail(entry, "the rules have grown too large; name fewer parts within parts");
  }

  void Pattern(std::string_view text, int depth, const LexiconEntry& entry) {
    const std::vector<std::string_view> items = Split(text);
    size_t at = 0;
    Alternatives(items, &at, depth, entry);
    if (error_.empty() && at < items.size()) Fail(entry, "a ) without its ( in \"" + std::string(text) + "\"");
  }

  void ReadRule(const LexiconEntry& entry) {
    static constexpr std::string_view kKinds[] = {"date", "offset", "duration", "period", "set", "reference", "ignore"};
    static constexpr std::string_view kGuards[] = {
        "",      "year", "modifies_nothing", "rate", "adjective", "noun_phrase", "common_noun", "bare_plural", "alone",
        "month", "count"};
    TimeRule rule;
    rule.name = entry.Text("name");
    for (int i = 0; i < 7; ++i) {
      if (kKinds[i] == entry.Text("is")) rule.kind = static_cast<TimeKind>(i);
    }
    for (int i = 0; i < 11; ++i) {
      if (kGuards[i] == entry.Text("guard")) rule.guard = static_cast<TimeGuard>(i);
    }
    rule.only = entry.Text("only") == "news"        ? TimeRegister::kNews
                : entry.Text("only") == "narrative" ? TimeRegister::kNarrative
                                                    : TimeRegister::kAny;
    for (const auto& [key, value] : entry.Map("fix")) {
      const auto found = fix_slots_.find(key);
      TimeCapture capture;
      if (found == fix_slots_.end()) return Fail(entry, "fix names no slot " + std::string(key));
      capture.slot = found->second;
      capture.part = 0xFF;
      if (!ParseValue(capture.slot, value, &capture.value)) {
        return Fail(entry, "fix: \"" + std::string(value) + "\" does not suit " + std::string(key));
      }
      rule.fixed.push_back(capture);
    }
    const auto words = [&](std::string_view key, std::vector<uint32_t>* out) {
      for (std::string_view word : entry.List(key)) out->push_back(Intern(word));
      std::sort(out->begin(), out->end());
    };
    words("after", &rule.after);
    words("not_after", &rule.not_after);
    words("before", &rule.before);
    words("not_before", &rule.not_before);
    rule.program = Here();
    Pattern(entry.Text("match"), 0, entry);
    Emit(Op::kAccept);
    g_.rules_.push_back(std::move(rule));
  }

  // Which words and classes may each rule start with?
  void Index() {
    for (std::vector<TimeGrammar::Phrase>& phrases : g_.phrases_) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
    g_.rules_by_word_.resize(g_.words_.size() + 1);
    for (uint32_t r = 0; r < g_.rules_.size(); ++r) {
      std::vector<uint32_t> open = {g_.rules_[r].program};
      std::vector<uint32_t> seen;
      while (!open.empty()) {
        const uint32_t pc = open.back();
        open.pop_back();
        if (std::find(seen.begin(), seen.end(), pc) != seen.end()) continue;
        seen.push_back(pc);
        const TimeGrammar::Instruction& code = g_.code_[pc];
        const auto add = [&](std::vector<uint32_t>* list) {
          if (list->empty() || list->back() != r) list->push_back(r);
        };
        switch (code.op) {
          case Op::kWord:
            add(&g_.rules_by_word_[code.x]);
            break;
          case Op::kClass:
            add(&g_.rules_by_class_[code.x]);
            break;
          case Op::kFork:
            open.push_back(pc + 1);
            open.push_back(code.x);
            break;
          case Op::kJump:
            open.push_back(code.x);
            break;
          case Op::kOpen:
          case Op::kClose:
            open.push_back(pc + 1);
            break;
          case Op::kAccept:
            break;
        }
      }
    }
  }

  const Lexicon& lexicon_;
  TimeGrammar g_;
  std::string error_;
  uint8_t bits_ = 0, lists_ = kFirstList;
  std::map<std::string_view, ClassInfo> classes_;
  std::map<std::string_view, std::string_view> part_patterns_;
  const std::map<std::string_view, TimeSlot> fix_slots_ = {{"unit", TimeSlot::kUnit},
                                                           {"relation", TimeSlot::kRelation},
                                                           {"reference", TimeSlot::kReference},
                                                           {"modifier", TimeSlot::kModifier},
                                                           {"quantity", TimeSlot::kQuantity},
                                                           {"vague", TimeSlot::kVague},
                                                           {"number", TimeSlot::kNumber},
                                                           {"direction", TimeSlot::kDirection},
                                                           {"frequency", TimeSlot::kFrequency},
                                                           {"day_offset", TimeSlot::kDayOffset},
                                                           {"fraction", TimeSlot::kFraction},
                                                           {"meridiem", TimeSlot::kMeridiem},
                                                           {"era", TimeSlot::kEra},
                                                           {"season", TimeSlot::kSeason},
                                                           {"clock", TimeSlot::kClock},
                                                           {"year", TimeSlot::kYear},
                                                           {"month", TimeSlot::kMonth},
                                                           {"day", TimeSlot::kDay},
                                                           {"ordinal", TimeSlot::kOrdinal},
                                                           {"times", TimeSlot::kTimes},
                                                           {"every", TimeSlot::kEvery},
                                                           {"fiscal", TimeSlot::kFiscal},
                                                           {"part", TimeSlot::kPart}};
};

Result<TimeGrammar> TimeGrammar::Make(const Lexicon& lexicon) { return TimeGrammarCompiler(lexicon).Compile(); }

uint32_t TimeGrammar::Word(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? 0 : found->second;
}

bool TimeGrammar::IsOf(uint8_t word_class, std::string_view lower) const {
  const std::vector<Phrase>& phrases = phrases_[Word(lower)];
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.sense.word_class == word_class && phrase.words.size() == 1;
  });
}

// What digits may mean. Values are checked later against one another.
void TimeGrammar::AddDigits(std::string_view text, TimeAtom* atom, std::vector<TimeSense>* senses) const {
  const auto add = [&](uint8_t word_class, TimeSlot slot, double value) {
    senses->push_back({word_class, slot, 1, value});
    atom->classes |= Bit(word_class);
  };
  if (AllDigits(text)) {
    double value = 0;
    if (text.size() > 12 || !ParseWhole(text, &value)) return;
    add(kNum, TimeSlot::kNumber, value);
    if (text.size() <= 4) add(kDigits, TimeSlot::kNumber, value);
    if (text.size() == 4 && value >= 1000 && value < 2200) add(kYearDigits, TimeSlot::kYear, value);
    if (text.size() == 4 && value < 2401 && std::fmod(value, 100) < 60) {
      add(kHhMm, TimeSlot::kClock, std::floor(value / 100) * 3600 + std::fmod(value, 100) * 60);
    }
    if (text.size() <= 2) {
      if (value >= 1 && value <= 31) add(kDayDigits, TimeSlot::kDay, value);
      if (value <= 24) add(kHourDigits, TimeSlot::kClock, value * 3600);
    }
    if (text.size() == 2) {
      add(kYy, TimeSlot::kShortYear, value);
      if (value >= 1 && value <= 31) add(kDd, TimeSlot::kDay, value);
      if (value >= 1 && value <= 12) add(kMm, TimeSlot::kMonth, value);
    } else if (text.size() == 1 && value >= 1) {
      add(kMm, TimeSlot::kMonth, value);
      add(kDd, TimeSlot::kDay, value);
    }
    return;
  }
  const size_t digits = static_cast<size_t>(std::find_if_not(text.begin(), text.end(), IsDigit) - text.begin());
  const std::string_view rest = text.substr(digits);
  double value = 0;
  if (digits == 0 || digits > 12 || !ParseWhole(text.substr(0, digits), &value)) return;
  if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
    add(kOrd, TimeSlot::kOrdinal, value);
    if (value >= 1 && value <= 31) add(kDayOrdinal, TimeSlot::kDay, value);
    return;
  }
  if (rest == "s") {
    if ((digits == 4 || digits == 3) && std::fmod(value, 10) == 0) add(kDecadeDigits, TimeSlot::kDecade, value / 10);
    if (digits == 2 && std::fmod(value, 10) == 0) {
      add(kDecadeDigits, TimeSlot::kDecade, value / 10);
      add(kAges, TimeSlot::kNone, 0);
    }
    return;
  }
  if (rest[0] == ':' || rest[0] == '.') {
    // "13:45", "13:45:20", "10.30"; the latter is a number as well.
    double minutes = 0, seconds = 0;
    const bool good = digits <= 2 && rest.size() >= 3 && AllDigits(rest.substr(1, 2)) &&
                      ParseWhole(rest.substr(1, 2), &minutes) && value <= 24 && minutes < 60;
    if (good && rest.size() == 3) {
      add(rest[0] == ':' ? kClockDigits : kDotClock, TimeSlot::kClock, value * 3600 + minutes * 60);
    } else if (good && rest.size() == 6 && rest[0] == ':' && rest[3] == ':' && ParseWhole(rest.substr(4), &seconds) &&
               seconds < 61) {
      add(kClockSeconds, TimeSlot::kClock, value * 3600 + minutes * 60 + seconds);
    }
  }
  if (rest[0] == ',' || rest[0] == '.') {
    std::string plain;
    for (char c : text) {
      if (c != ',') plain += c;
    }
    if (ParseWhole(std::string_view(plain), &value)) add(kNum, TimeSlot::kNumber, value);
  }
}

// Numbers in words: "twenty-five", "a hundred and ten", "2.5 million"; ordinals "twenty-first".
void TimeGrammar::AddNumbers(TimeAtoms* atoms) const {
  using Kind = NumberWord::Kind;
  const uint32_t size = static_cast<uint32_t>(atoms->atoms.size());
  const auto word = [&](uint32_t i) -> const NumberWord& {
    return numbers_[i < size && (i == 0 || !atoms->atoms[i].line_start) ? atoms->atoms[i].word : 0];
  };
  for (uint32_t i = 0; i < size; ++i) {
    TimeAtom& atom = atoms->atoms[i];
    const NumberWord& first = numbers_[atom.word];
    double base = -1;  // of digits
    for (uint32_t s = 0; s < atom.sense_count; ++s) {
      const TimeSense& sense = atoms->senses[atom.first_sense + s];
      if (sense.slot == TimeSlot::kNumber && sense.word_class == kNum) base = sense.value;
    }
    const bool article = atom.word == a_ && word(i + 1).kind == Kind::kMultiplier;
    if (base < 0 && first.kind == Kind::kNone && first.ordinal_kind == Kind::kNone && !article) continue;
    double total = 0, group = base >= 0 ? base : 0, ordinal = -1;
    uint32_t end = i + (base >= 0 ? 1 : 0);
    bool any = base >= 0;
    Kind last = any ? Kind::kUnit : Kind::kNone;
    while (end < size) {
      uint32_t next = end;
      if (next > i && atoms->atoms[next].line_start) break;
      if (any &&
          (atoms->atoms[next].word == hyphen_ || (atoms->atoms[next].word == and_ && last == Kind::kMultiplier)) &&
          word(next + 1).kind != Kind::kNone) {
        if (last == Kind::kTen || last == Kind::kMultiplier || word(next + 1).kind == Kind::kMultiplier) ++next;
      } else if (any && atoms->atoms[next].word == hyphen_ && last == Kind::kTen &&
                 word(next + 1).ordinal_kind == Kind::kUnit) {
        ++next;
      } else if (!any && next == i && article) {
        group = 1;
        any = true;
        last = Kind::kUnit;
        ++end;
        continue;
      }
      const NumberWord& w = word(next);
      if (w.kind == Kind::kMultiplier && any) {
        if (w.value >= 1000) {
          total += group * w.value;
          group = 0;
        } else {
          group *= w.value;
        }
        last = Kind::kMultiplier;
      } else if (w.kind == Kind::kUnit && (!any || last == Kind::kTen || last == Kind::kMultiplier)) {
        group += w.value;
        last = Kind::kUnit;
      } else if ((w.kind == Kind::kTeen || w.kind == Kind::kTen) && (!any || last == Kind::kMultiplier)) {
        group += w.value;
        last = w.kind;
      } else if (w.ordinal_kind != Kind::kNone && base < 0 &&
                 (!any || (last == Kind::kTen && w.ordinal_kind == Kind::kUnit) ||
                  (last == Kind::kMultiplier && w.ordinal_kind != Kind::kMultiplier))) {
        ordinal = total + group + w.ordinal;
        end = next + 1;
        break;
      } else {
        break;
      }
      any = true;
      end = next + 1;
    }
    const uint32_t length = end - i;
    if (length == 0 || length > 20) continue;
    if (base >= 0 && length == 1) continue;  // already there
    if (atom.sense_count > 0 && atom.first_sense + atom.sense_count != atoms->senses.size()) {
      // Senses of one atom lie together: move them behind the others first.
      const uint32_t moved = static_cast<uint32_t>(atoms->senses.size());
      for (uint32_t s = 0; s < atom.sense_count; ++s) {
        const TimeSense copy = atoms->senses[atom.first_sense + s];
        atoms->senses.push_back(copy);
      }
      atom.first_sense = moved;
    } else if (atom.sense_count == 0) {
      atom.first_sense = static_cast<uint32_t>(atoms->senses.size());
    }
    TimeSense sense;
    sense.length = static_cast<uint8_t>(length);
    if (ordinal >= 0) {
      sense.word_class = kOrd;
      sense.slot = TimeSlot::kOrdinal;
      sense.value = ordinal;
    } else {
      sense.word_class = kNum;
      sense.slot = TimeSlot::kNumber;
      sense.value = total + group;
    }
    atoms->senses.push_back(sense);
    ++atom.sense_count;
    atom.classes |= Bit(sense.word_class);
  }
}

void TimeGrammar::AddWords(const Analysis& analysis, TimeAtoms* atoms) const {
  const uint32_t size = static_cast<uint32_t>(atoms->atoms.size());
  for (uint32_t i = 0; i < size; ++i) {
    TimeAtom& atom = atoms->atoms[i];
    if (atom.word == 0) continue;
    for (const Phrase& phrase : phrases_[atom.word]) {
      const uint32_t length = static_cast<uint32_t>(phrase.words.size());
      if (i + length > size) continue;
      bool fits = true;
      for (uint32_t k = 1; k < length && fits; ++k) {
        fits = atoms->atoms[i + k].word == phrase.words[k] && !atoms->atoms[i + k].line_start;
      }
      const Token& token = analysis[atom.token];
      if (fits && phrase.pos != 0) fits = ((phrase.pos >> static_cast<int>(token.pos)) & 1) != 0;
      if (fits && phrase.capital) {
        const char c = analysis.text()[atom.span.begin];
        fits = c >= 'A' && c <= 'Z';
      }
      if (!fits) continue;
      if (atom.sense_count == 0) {
        atom.first_sense = static_cast<uint32_t>(atoms->senses.size());
      } else if (atom.first_sense + atom.sense_count != atoms->senses.size()) {
        const uint32_t moved = static_cast<uint32_t>(atoms->senses.size());
        for (uint32_t s = 0; s < atom.sense_count; ++s) {
          const TimeSense copy = atoms->senses[atom.first_sense + s];
          atoms->senses.push_back(copy);
        }
        atom.first_sense = moved;
      }
      atoms->senses.push_back(phrase.sense);
      ++atom.sense_count;
      atom.classes |= Bit(phrase.sense.word_class);
    }
  }
}

TimeAtoms TimeGrammar::Cut(const Analysis& analysis) const {
  TimeAtoms out;
  out.atoms.reserve(analysis.size() + 64);
  bool line_start = true;
  for (uint32_t t = 0; t < analysis.size(); ++t) {
    const Token& token = analysis[t];
    if (token.pos == Pos::kSpace) {
      if (token.text.find('\n') != std::string_view::npos) line_start = true;
      continue;
    }
    const bool glued = t > 0 && analysis[t - 1].span.end == token.span.begin;
    TimeAtom atom;
    atom.token = t;
    atom.line_start = line_start;
    line_start = false;
    const bool digits = std::any_of(token.text.begin(), token.text.end(), IsDigit);
    const bool plain = !digits || (IsLetter(token.text[0]) && Word(token.lower) != 0);  // "Q4" is a word
    if (plain) {
      atom.span = token.span;
      atom.glued = glued;
      atom.word = Word(token.lower);
      out.atoms.push_back(atom);
      continue;
    }
    bool first = true;
    // "12/05/87", "3.11.09": none of the pieces alone suggests a date.
    constexpr size_t kDatePieces = 5;
    const std::vector<std::string_view> pieces = CutToken(token.text);
    const bool figures = pieces.size() == kDatePieces && pieces[1] == pieces[3] && pieces[1].size() == 1;
    for (std::string_view piece : pieces) {
      const uint32_t begin = token.span.begin + static_cast<uint32_t>(piece.data() - token.text.data());
      TimeAtom part = atom;
      part.span = {begin, begin + static_cast<uint32_t>(piece.size())};
      part.line_start = first && atom.line_start;
      part.glued = !first || glued;
      part.first_sense = static_cast<uint32_t>(out.senses.size());
      if (IsDigit(piece[0])) {
        part.word = Word(piece);
        AddDigits(piece, &part, &out.senses);
        part.sense_count = static_cast<uint32_t>(out.senses.size()) - part.first_sense;
        if (first && figures) part.classes |= Bit(kFigures);
      } else {
        std::string lower(piece);
        for (char& c : lower) {
          if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        part.word = Word(lower);
      }
      out.atoms.push_back(part);
      first = false;
    }
  }
  AddNumbers(&out);
  AddWords(analysis, &out);
  return out;
}

// The state of one attempt.
struct TimeGrammar::Run {
  const TimeAtoms& atoms;
  const TimeRule* rule;
  const TimeGuardian& guardian;
  uint32_t begin = 0;
  std::vector<TimeCapture> captures;
  std::vector<std::pair<uint32_t, uint32_t>> extents;
  uint32_t end = 0;
};

bool TimeGrammar::Step(Run* run, uint32_t pc, uint32_t at) const {
  const std::vector<TimeAtom>& atoms = run->atoms.atoms;
  for (;;) {
    const Instruction& code = code_[pc];
    switch (code.op) {
      case Op::kWord:
        if (at >= atoms.size() || atoms[at].word != code.x || (at > run->begin && atoms[at].line_start)) return false;
        ++at;
        ++pc;
        continue;
      case Op::kClass: {
        if (at >= atoms.size() || (atoms[at].classes & Bit(code.x)) == 0) return false;
        const TimeAtom& atom = atoms[at];
        if (at > run->begin && atom.line_start) return false;
        const size_t mark = run->captures.size();
        const size_t extents = run->extents.size();
        for (uint32_t s = 0; s < atom.sense_count; ++s) {
          const TimeSense& sense = run->atoms.senses[atom.first_sense + s];
          if (sense.word_class != code.x) continue;
          TimeCapture capture;
          capture.slot = sense.slot;
          capture.value = sense.value;
          capture.atom = at;
          capture.part = static_cast<uint8_t>(extents == 0 ? 0 : extents - 1);
          run->captures.push_back(capture);
          if (Step(run, pc + 1, at + sense.length)) return true;
          run->captures.resize(mark);
          run->extents.resize(extents);
        }
        return false;
      }
      case Op::kFork: {
        const size_t mark = run->captures.size();
        const std::vector<std::pair<uint32_t, uint32_t>> extents = run->extents;
        if (Step(run, pc + 1, at)) return true;
        run->captures.resize(mark);
        run->extents = extents;
        pc = code.x;
        continue;
      }
      case Op::kJump:
        pc = code.x;
        continue;
      case Op::kOpen:
        run->extents.push_back({at, at});
        ++pc;
        continue;
      case Op::kClose:
        if (!run->extents.empty()) run->extents.back().second = at;
        ++pc;
        continue;
      case Op::kAccept: {
        if (at == run->begin) return false;
        const uint32_t begin = run->extents.empty() ? run->begin : run->extents.front().first;
        const uint32_t end = run->extents.empty() ? at : run->extents.back().second;
        const TimeRule& rule = *run->rule;
        const auto has = [](const std::vector<uint32_t>& words, uint32_t word) {
          return std::binary_search(words.begin(), words.end(), word);
        };
        const uint32_t previous = begin > 0 && !atoms[begin].line_start ? atoms[begin - 1].word : 0;
        const uint32_t next = end < atoms.size() && !atoms[end].line_start ? atoms[end].word : 0;
        if (!rule.after.empty() && !has(rule.after, previous)) return false;
        if (previous != 0 && has(rule.not_after, previous)) return false;
        if (!rule.before.empty() && !has(rule.before, next)) return false;
        if (next != 0 && has(rule.not_before, next)) return false;
        if (rule.guard != TimeGuard::kNone && !run->guardian.Allows(rule, begin, end)) return false;
        run->end = at;
        return true;
      }
    }
  }
}

bool TimeGrammar::Match(const TimeAtoms& atoms, uint32_t at, TimeRegister kind, const TimeGuardian& guardian,
                        TimeMatch* match) const {
  bool found = false;
  const auto attempt = [&](const std::vector<uint32_t>& rules) {
    for (uint32_t r : rules) {
      const TimeRule& rule = rules_[r];
      if (rule.only != TimeRegister::kAny && rule.only != kind) continue;
      Run run{atoms, &rule, guardian, at, {}, {}, 0};
      if (!Step(&run, rule.program, at)) continue;
      if (found && (run.end < match->end || (run.end == match->end && &rule >= match->rule))) continue;
      found = true;
      match->rule = &rule;
      match->end = run.end;
      match->captures = std::move(run.captures);
      match->extents = std::move(run.extents);
      if (match->extents.empty()) match->extents.push_back({at, run.end});
    }
  };
  const TimeAtom& atom = atoms.atoms[at];
  if (atom.word != 0) attempt(rules_by_word_[atom.word]);
  for (uint64_t classes = atom.classes; classes != 0; classes &= classes - 1) {
    attempt(rules_by_class_[static_cast<size_t>(__builtin_ctzll(classes))]);
  }
  return found;
}

}  // namespace diurna
