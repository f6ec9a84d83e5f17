// NumeralText: a text cut into atoms, with what the readers of numerals ask of them and of their words.

#ifndef DIURNA_NUMERALS_NUMERAL_TEXT_H_
#define DIURNA_NUMERALS_NUMERAL_TEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "numerals/atoms.h"
#include "numerals/numeral_words.h"

namespace diurna {

// Atoms are named by their index. Questions take any index: atoms past the end are no words and follow nothing. Only
// atom(), Text() and OneByteBehind() want one that exists.
class NumeralText {
 public:
  // The text and the words must outlive it. `words` were made with `ids`.
  NumeralText(const Analysis& analysis, const WordIds& ids, const NumeralWords& words)
      : text_(analysis.text()), words_(words) {
    CutAtoms(analysis, ids, &atoms_);
  }

  uint32_t size() const { return static_cast<uint32_t>(atoms_.size()); }
  bool Exists(uint32_t i) const { return i < atoms_.size(); }
  // Whether it stands on the line of the atom before it. The first atom of the text does.
  bool Follows(uint32_t i) const { return Exists(i) && !(i > 0 && atoms_[i].newline); }

  const std::vector<Atom>& atoms() const { return atoms_; }
  const Atom& atom(uint32_t i) const { return atoms_[i]; }
  std::string_view text() const { return text_; }
  std::string_view Text(uint32_t i) const { return atoms_[i].span.In(text_); }
  // The id of its word; 0 where it has none.
  uint32_t WordId(uint32_t i) const { return Exists(i) ? atoms_[i].word : 0; }
  const NumeralWord& Word(uint32_t i) const { return words_.word(WordId(i)); }
  NumeralWord::Kind KindOf(uint32_t i) const { return Word(i).kind; }
  bool Is(uint32_t i, NumeralCue cue) const { return Word(i).Is(cue); }
  // "half", not "halves".
  bool IsHalf(uint32_t i) const {
    constexpr double kHalf = 50;
    return KindOf(i) == NumeralWord::Kind::kFraction && Word(i).value == kHalf && !Word(i).plural;
  }

  bool IsDigits(uint32_t i) const { return Exists(i) && atoms_[i].type == Atom::Type::kDigits; }
  bool IsSign(uint32_t i, char32_t sign) const {
    return Exists(i) && atoms_[i].type == Atom::Type::kSign && atoms_[i].sign == sign;
  }
  bool IsWord(uint32_t i) const { return Exists(i) && atoms_[i].type == Atom::Type::kWord; }
  bool Glued(uint32_t i) const { return Exists(i) && atoms_[i].glued; }
  // Whether one blank or other single byte parts it from the atom before.
  bool OneByteBehind(uint32_t i) const { return !Glued(i) && atoms_[i].span.begin == atoms_[i - 1].span.end + 1; }
  // A hyphen or dash written right behind the atom before it.
  bool IsHyphen(uint32_t i) const { return Follows(i) && IsSign(i, U'-') && Glued(i); }
  // The atom behind a hyphen at `i` that joins it to what stands before; `i` itself where there is none.
  uint32_t Joined(uint32_t i) const { return IsHyphen(i) && Follows(i + 1) && Glued(i + 1) ? i + 1 : i; }

 private:
  std::string_view text_;
  const NumeralWords& words_;
  std::vector<Atom> atoms_;
};

}  // namespace diurna

#endif  // DIURNA_NUMERALS_NUMERAL_TEXT_H_
