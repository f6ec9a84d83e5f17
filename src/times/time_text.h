// TimeText: a report cut into the atoms that the rules of time expressions match.
//
// A token with digits in it may be several atoms ("1939–45", "01/05/2022", "1:30am"), any other is one. Each atom has
// its senses: the classes of words that it may stand for, with their values ("may" is a MONTH of value 5, "1345" a
// NUM, a DIGITS and a HHMM). A number or phrase of several atoms has its senses at its first one.

#ifndef DIURNA_TIMES_TIME_TEXT_H_
#define DIURNA_TIMES_TIME_TEXT_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/span.h"
#include "times/words.h"

namespace diurna {

struct TimeAtom {
  Span span;
  uint32_t token = 0;
  uint32_t word = 0;         // of the vocabulary; 0 where it has none
  uint64_t classes = 0;      // bits of the classes of its senses
  uint32_t first_sense = 0;  // into all senses of the text
  uint32_t sense_count = 0;
  bool line_start = false;  // a line break stands before it
  bool glued = false;       // nothing stands before it, not even a blank
};

// The atoms of one analysis, which must outlive them, as must the words.
class TimeText {
 public:
  TimeText(const Analysis& analysis, const TimeWords& words);

  const Analysis& analysis() const { return analysis_; }
  const TimeWords& words() const { return words_; }
  uint32_t size() const { return static_cast<uint32_t>(atoms_.size()); }
  const TimeAtom& operator[](uint32_t i) const { return atoms_[i]; }
  std::span<const TimeSense> SensesOf(const TimeAtom& atom) const {
    return {senses_.data() + atom.first_sense, atom.sense_count};
  }

  const Token& TokenOf(uint32_t atom) const { return analysis_[atoms_[atom].token]; }
  uint32_t SentenceOf(uint32_t atom) const { return TokenOf(atom).sentence; }
  // The words of an atom; in lower case where it is a whole token.
  std::string_view Word(uint32_t atom) const {
    const Token& token = TokenOf(atom);
    return atoms_[atom].span == token.span ? token.lower : atoms_[atom].span.In(analysis_.text());
  }
  bool Is(TimeCue cue, uint32_t atom) const { return words_.Is(cue, atoms_[atom].word); }
  // Whether something stands before atom `i`, or at `i`, on the same line as the atom before it.
  bool Continues(uint32_t i) const { return i > 0 && i < size() && !atoms_[i].line_start; }

 private:
  friend class TimeCutter;
  void AddSense(TimeSense sense, TimeAtom* atom);

  const Analysis& analysis_;
  const TimeWords& words_;
  std::vector<TimeAtom> atoms_;
  std::vector<TimeSense> senses_;
};

// "-", "–", "—".
bool IsDash(std::string_view word);

}  // namespace diurna

#endif  // DIURNA_TIMES_TIME_TEXT_H_
