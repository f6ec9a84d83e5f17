// The cutting of a report. The room of numerals cuts it into the finest pieces; here those that are one word of a time
// are put together again ("13:45", "21st", "p.m.", every token without digits), and dates with dots are cut at the
// dots. Then digits get their senses, numerals theirs at their first atom, and words those of the vocabulary.

#include "times/time_text.h"

#include <algorithm>
#include <string>

#include "numerals/grammar.h"
#include "numerals/numeral_text.h"
#include "syntax/closed_class.h"
#include "times/digits.h"

namespace diurna {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

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
  explicit TimeCutter(TimeText* text)
      : text_(*text),
        numerals_(text->analysis_, text->words_.ids(), text->words_.numerals()),
        pieces_(numerals_.atoms()) {}

  void Cut() {
    text_.atoms_.reserve(pieces_.size());
    first_piece_.reserve(pieces_.size());
    atom_of_.reserve(pieces_.size());
    for (uint32_t begin = 0, end = 0; begin < pieces_.size(); begin = end) {
      while (end < pieces_.size() && pieces_[end].token == pieces_[begin].token) ++end;
      AddToken(begin, end);
    }
    AddNumerals();
    AddWords();
  }

 private:
  // The token whose pieces are [begin, end).
  void AddToken(uint32_t begin, uint32_t end) {
    const Token& token = text_.analysis_[pieces_[begin].token];
    const bool digits = std::any_of(pieces_.begin() + begin, pieces_.begin() + end,
                                    [](const Atom& piece) { return piece.type == Atom::Type::kDigits; });
    const uint32_t word = text_.words_.Id(token.lower);
    // "Q4" is a word.
    if (!digits || (pieces_[begin].type == Atom::Type::kWord && word != 0)) {
      AddAtom(begin, end, token.span).word = word;
      return;
    }
    const uint32_t first = text_.size();
    // "2.5" is a number, "28.02.2024" a date.
    const bool dotted = std::count(token.text.begin(), token.text.end(), '.') >= 2;
    for (uint32_t i = begin; i < end;) {
      const uint32_t behind = BehindAtom(i, end);
      const Span span{pieces_[i].span.begin, pieces_[behind - 1].span.end};
      if (dotted && pieces_[i].type == Atom::Type::kDigits) {
        AddDotted(i, behind, span);
      } else {
        AddPiece(i, behind, span);
      }
      i = behind;
    }
    // "12/05/87", "3.11.09": none of the pieces alone suggests a date.
    constexpr uint32_t kDatePieces = 5;
    if (text_.size() - first == kDatePieces && text_[first + 1].span.size() == 1 &&
        text_.Word(first + 1) == text_.Word(first + 3)) {
      text_.atoms_[first].classes |= ClassBit(DigitClass::kFigures);
    }
  }

  // The piece behind the atom that begins at piece `i`: digits go with colons and their ending ("13:45", "21st",
  // "1980s"), letters with a dot ("p.m.").
  uint32_t BehindAtom(uint32_t i, uint32_t end) const {
    uint32_t behind = i + 1;
    const auto is_dot = [&](uint32_t k) { return k < end && pieces_[k].sign == U'.'; };
    if (pieces_[i].type == Atom::Type::kDigits) {
      while (behind + 1 < end && pieces_[behind].sign == U':' && pieces_[behind + 1].type == Atom::Type::kDigits) {
        behind += 2;
      }
      const std::string_view ending = behind < end ? numerals_.Text(behind) : std::string_view();
      if (closed_class::kOrdinalEnding.Has(ending) || closed_class::kPluralEnding.Has(ending)) ++behind;
    } else if (pieces_[i].type == Atom::Type::kWord && is_dot(behind)) {
      ++behind;
    }
    return behind;
  }

  // "28.02.2024": its numbers and dots.
  void AddDotted(uint32_t begin, uint32_t end, Span span) {
    while (span.begin < span.end) {
      const std::string_view text = span.In(text_.analysis_.text());
      const size_t size = text[0] == '.' ? 1 : std::min(text.find('.'), text.size());
      const Span part{span.begin, span.begin + static_cast<uint32_t>(size)};
      AddPiece(begin, end, part);
      span.begin = part.end;
    }
  }

  void AddPiece(uint32_t begin, uint32_t end, Span span) {
    TimeAtom& atom = AddAtom(begin, end, span);
    const std::string_view text = span.In(text_.analysis_.text());
    atom.word = text_.words_.Id(Lowered(text));
    if (!IsDigit(text[0])) return;
    digit_senses_.clear();
    AddDigitSenses(text, &digit_senses_);
    for (const TimeSense& sense : digit_senses_) text_.AddSense(sense, &atom);
  }

  // An atom of the pieces [begin, end), or of a part of the one piece.
  TimeAtom& AddAtom(uint32_t begin, uint32_t end, Span span) {
    const Atom& piece = pieces_[begin];
    const bool inside = span.begin != piece.span.begin;  // of the piece
    TimeAtom atom;
    atom.span = span;
    atom.token = piece.token;
    atom.line_start = !inside && (begin == 0 || piece.newline);
    atom.glued = inside || piece.glued;
    atom_of_.resize(end, text_.size());
    first_piece_.push_back(begin);
    text_.atoms_.push_back(atom);
    return text_.atoms_.back();
  }

  // Numbers of several atoms, or in words: "twenty-five", "2.5 million", "twenty-first".
  void AddNumerals() {
    for (uint32_t i = 0; i < text_.size(); ++i) {
      const uint32_t begin = first_piece_[i];
      if (atom_of_[begin] != i) continue;  // inside of a piece
      std::optional<Numeral> numeral = ParseOrdinal(numerals_, begin);
      if (!numeral) numeral = ParseCardinal(numerals_, begin);
      if (!numeral) continue;
      const uint32_t last = atom_of_[numeral->end - 1];
      const bool whole = numeral->end == pieces_.size() || atom_of_[numeral->end] != last;
      const bool digits = pieces_[begin].type == Atom::Type::kDigits && last == i;  // has its senses
      if (!whole || digits) continue;
      TimeSense sense;
      sense.word_class = static_cast<uint8_t>(numeral->ordinal ? DigitClass::kOrd : DigitClass::kNum);
      sense.slot = numeral->ordinal ? TimeSlot::kOrdinal : TimeSlot::kNumber;
      sense.length = static_cast<uint8_t>(std::min<uint32_t>(last + 1 - i, UINT8_MAX));
      sense.value = numeral->value;
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
  const NumeralText numerals_;         // over them
  const std::vector<Atom>& pieces_;    // its atoms
  std::vector<uint32_t> first_piece_;  // by atom
  std::vector<uint32_t> atom_of_;      // by piece
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
