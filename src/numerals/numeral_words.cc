// A fraction's singular is an ordinal too ("fifth") unless it has a name of its own ("half", "quarter"): ordinals are
// read first, so that entries of fractions need not say which they are.

#include "numerals/numeral_words.h"

#include <array>
#include <utility>

#include "lexicon/entry_problems.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr std::array<std::pair<std::string_view, NumeralCue>, 4> kCuesByName = {{
    {"several", NumeralCue::kSeveral},
    {"share_after", NumeralCue::kShareAfter},
    {"decimal_point", NumeralCue::kDecimalPoint},
    {"minus", NumeralCue::kMinus},
}};

constexpr std::array<std::pair<std::string_view, NumeralWord::Kind>, 5> kKindsByName = {{
    {"unit", NumeralWord::Kind::kUnit},
    {"teen", NumeralWord::Kind::kTeen},
    {"ten", NumeralWord::Kind::kTen},
    {"multiplier", NumeralWord::Kind::kMultiplier},
    {"group", NumeralWord::Kind::kGroup},
}};

constexpr double kLeastMultiplier = 100;

}  // namespace

class NumeralWordsReader {
 public:
  NumeralWordsReader(const Lexicon& lexicon, WordIds* ids) : lexicon_(lexicon), ids_(ids) {}

  Result<NumeralWords> Read() {
    const std::vector<LexiconEntry> numbers = lexicon_.Entries("number_word");
    if (numbers.empty()) return Status::BadInput("the lexicon has no entries number_word: numbers cannot be read");
    ReadGrammar();
    for (const LexiconEntry& entry : numbers) {
      if (entry.Text("kind") != "ordinal") continue;
      for (const std::string_view spelling : entry.List("words")) Word(spelling).ordinal = entry.Number("value");
    }
    for (const LexiconEntry& entry : numbers) ReadNumber(entry);
    for (const LexiconEntry& entry : lexicon_.Entries("vague_count")) ReadVague(entry);
    for (const LexiconEntry& entry : lexicon_.Entries("numeral_cue")) ReadCue(entry);
    if (Status problems = problems_.ToStatus(); !problems.ok()) return problems;
    return std::move(words_);
  }

 private:
  NumeralWord& Word(std::string_view lower) {
    const uint32_t id = ids_->Intern(lower);
    if (id >= words_.words_.size()) words_.words_.resize(id + 1);
    return words_.words_[id];
  }

  void Mark(std::string_view lower, NumeralCue cue) { Word(lower).cues |= 1u << static_cast<uint32_t>(cue); }

  template <size_t N>
  void Mark(const ClosedClass<N>& words, NumeralCue cue) {
    for (const std::string_view lower : words) Mark(lower, cue);
  }

  void ReadGrammar() {
    Mark(closed_class::kIndefiniteArticle, NumeralCue::kIndefiniteArticle);
    Mark(closed_class::kThe, NumeralCue::kThe);
    Mark(closed_class::kAnd, NumeralCue::kAnd);
    Mark(closed_class::kOf, NumeralCue::kOf);
    Mark(closed_class::kIn, NumeralCue::kIn);
    Mark(closed_class::kOut, NumeralCue::kOut);
    Mark(closed_class::kDistributive, NumeralCue::kEach);
    Mark(closed_class::kOne, NumeralCue::kOne);
  }

  void ReadNumber(const LexiconEntry& entry) {
    const std::string_view kind = entry.Text("kind");
    const double value = entry.Number("value");
    if (value < 0) problems_.Add(entry, "value: a number word is not negative");
    if (kind == "multiplier" && value < kLeastMultiplier) {
      problems_.Add(entry, "value: a multiplier is 100 or more");
    }
    if (kind == "fraction") ReadFraction(entry);
    for (const auto& [name, known] : kKindsByName) {
      if (name != kind) continue;
      for (const std::string_view spelling : entry.List("words")) {
        NumeralWord& word = Word(spelling);
        word.kind = known;
        word.value = value;
      }
    }
    for (const std::string_view spelling : entry.List("attached")) Word(spelling).attached = value;
  }

  void ReadFraction(const LexiconEntry& entry) {
    const double value = entry.Number("value");
    if (value <= 0 || value >= 100) problems_.Add(entry, "value: a fraction is in percent, over 0 and under 100");
    for (const std::string_view spelling : entry.List("words")) {
      NumeralWord& word = Word(spelling);
      if (word.ordinal > 0) {
        word.ordinal_part = value;
      } else {
        word.kind = NumeralWord::Kind::kFraction;
        word.value = value;
      }
    }
    for (const std::string_view spelling : entry.List("plural")) {
      NumeralWord& word = Word(spelling);
      word.kind = NumeralWord::Kind::kFraction;
      word.value = value;
      word.plural = true;
    }
  }

  void ReadVague(const LexiconEntry& entry) {
    if (entry.Number("value") <= 0) problems_.Add(entry, "value: a count is over 0");
    for (const std::string_view spelling : entry.List("words")) {
      NumeralWord& word = Word(spelling);
      word.kind = NumeralWord::Kind::kVague;
      word.value = entry.Number("value");
      word.bound = entry.Term<Bound>("bound").value_or(Bound::kAbout);
      word.only_before_of = entry.Flag("only_before_of");
    }
  }

  void ReadCue(const LexiconEntry& entry) {
    for (const auto& [name, cue] : kCuesByName) {
      if (name != entry.Text("name")) continue;
      for (const std::string_view lower : entry.List("words")) Mark(lower, cue);
    }
  }

  const Lexicon& lexicon_;
  WordIds* ids_;
  NumeralWords words_;
  EntryProblems problems_;
};

Result<NumeralWords> NumeralWords::Make(const Lexicon& lexicon, WordIds* ids) {
  return NumeralWordsReader(lexicon, ids).Read();
}

}  // namespace diurna
