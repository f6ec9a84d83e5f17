// The cutting of a report: tokens to atoms, digits to their senses, then numbers in words and the words of the
// vocabulary over the atoms.

#include "times/time_text.h"

#include <algorithm>
#include <string>

#include "syntax/word.h"
#include "times/digits.h"
#include "times/spelled_number.h"

namespace diurna {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || IsCapital(c); }

std::string Lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (IsCapital(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

bool IsDash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

class TimeCutter {
 public:
  explicit TimeCutter(TimeText* text) : text_(*text) {}

  void Cut() {
    const Analysis& analysis = text_.analysis_;
    text_.atoms_.reserve(analysis.size() + analysis.size() / 8);
    bool line_start = true;
    for (uint32_t t = 0; t < analysis.size(); ++t) {
      const Token& token = analysis[t];
      if (IsSpace(token)) {
        if (token.text.find('\n') != std::string_view::npos) line_start = true;
        continue;
      }
      TimeAtom atom;
      atom.span = token.span;
      atom.token = t;
      atom.line_start = line_start;
      atom.glued = t > 0 && analysis[t - 1].span.end == token.span.begin;
      atom.word = text_.words_.Id(token.lower);
      line_start = false;
      const bool digits = std::any_of(token.text.begin(), token.text.end(), IsDigit);
      // "Q4" is a word.
      if (!digits || (IsLetter(token.text[0]) && atom.word != 0)) {
        text_.atoms_.push_back(atom);
      } else {
        CutToken(token, atom);
      }
    }
    AddNumbers();
    AddWords();
  }

 private:
  // `whole` is the token as an atom.
  void CutToken(const Token& token, const TimeAtom& whole) {
    constexpr size_t kDatePieces = 5;
    const std::vector<std::string_view> pieces = CutDigits(token.text);
    // "12/05/87", "3.11.09": none of the pieces alone suggests a date.
    const bool figures = pieces.size() == kDatePieces && pieces[1] == pieces[3] && pieces[1].size() == 1;
    bool first = true;
    for (std::string_view piece : pieces) {
      const uint32_t begin = token.span.begin + static_cast<uint32_t>(piece.data() - token.text.data());
      TimeAtom part;
      part.token = whole.token;
      part.span = {begin, begin + static_cast<uint32_t>(piece.size())};
      part.line_start = first && whole.line_start;
      part.glued = !first || whole.glued;
      part.word = text_.words_.Id(Lowered(piece));
      if (IsDigit(piece[0])) {
        digit_senses_.clear();
        AddDigitSenses(piece, &digit_senses_);
        for (const TimeSense& sense : digit_senses_) text_.AddSense(sense, &part);
        if (first && figures) part.classes |= ClassBit(DigitClass::kFigures);
      }
      text_.atoms_.push_back(part);
      first = false;
    }
  }

  void AddNumbers() {
    for (uint32_t i = 0; i < text_.size(); ++i) {
      const std::optional<SpelledNumber> number = ReadSpelledNumber(text_, i);
      if (!number) continue;
      TimeSense sense;
      sense.word_class = static_cast<uint8_t>(number->ordinal ? DigitClass::kOrd : DigitClass::kNum);
      sense.slot = number->ordinal ? TimeSlot::kOrdinal : TimeSlot::kNumber;
      sense.length = static_cast<uint8_t>(number->length);
      sense.value = number->value;
      text_.AddSense(sense, &text_.atoms_[i]);
    }
  }

  void AddWords() {
    for (uint32_t i = 0; i < text_.size(); ++i) {
      for (const TimeWords::Phrase& phrase : text_.words_.PhrasesFrom(text_[i].word)) {
        if (Fits(phrase, i)) text_.AddSense(phrase.sense, &text_.atoms_[i]);
      }
    }
  }

  bool Fits(const TimeWords::Phrase& phrase, uint32_t at) const {
    if (at + phrase.words.size() > text_.size()) return false;
    for (uint32_t k = 1; k < phrase.words.size(); ++k) {
      if (text_[at + k].word != phrase.words[k] || text_[at + k].line_start) return false;
    }
    if (phrase.pos != 0 && ((phrase.pos >> static_cast<int>(text_.TokenOf(at).pos)) & 1) == 0) return false;
    return !phrase.capital || IsCapital(text_.analysis_.text()[text_[at].span.begin]);
  }

  TimeText& text_;
  std::vector<TimeSense> digit_senses_;
};

TimeText::TimeText(const Analysis& analysis, const TimeWords& words) : analysis_(analysis), words_(words) {
  TimeCutter(this).Cut();
}

void TimeText::AddSense(TimeSense sense, TimeAtom* atom) {
  const uint32_t size = static_cast<uint32_t>(senses_.size());
  if (atom->sense_count == 0) {
    atom->first_sense = size;
  } else if (atom->first_sense + atom->sense_count != size) {
    // Senses of one atom lie together: they move behind the others.
    for (uint32_t s = 0; s < atom->sense_count; ++s) {
      const TimeSense copy = senses_[atom->first_sense + s];
      senses_.push_back(copy);
    }
    atom->first_sense = size;
  }
  senses_.push_back(sense);
  ++atom->sense_count;
  atom->classes |= ClassBit(sense.word_class);
}

}  // namespace diurna
