// Patterns of time expressions, compiled into programs over atoms.
//
//   MONTH DAY ,? YEAR        one after the other; ? makes the item before it optional
//   ( late | early in ) YEAR ( | ) alternatives
//   { MONTH DAY } - { DAY }  braces mark what is a time expression; without any the whole match is one
//
// Capitals name a class or a [[time_part]], everything else is a token in lower case. A program is that of the
// backtracking machine of Thompson and Pike: a fork tries the longer way first. Left out: loops, which no time
// expression needs.

#ifndef DIURNA_TIMES_PATTERN_H_
#define DIURNA_TIMES_PATTERN_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "times/words.h"

namespace diurna {

enum class TimeOp : uint8_t { kWord, kClass, kFork, kJump, kOpen, kClose, kAccept };

struct TimeInstruction {
  TimeOp op = TimeOp::kAccept;
  uint32_t x = 0;  // word, class, or target; a fork tries the next instruction first, then x
};

// Compiles one pattern after the other behind the code that there is.
class PatternCompiler {
 public:
  // Patterns by the names of parts. All three must outlive the compiler; new words are added to `words`.
  using Parts = std::map<std::string_view, std::string_view>;
  PatternCompiler(const Parts& parts, TimeWords* words, std::vector<TimeInstruction>* code)
      : parts_(parts), words_(*words), code_(*code) {}

  // Appends the program of a pattern, up to its kAccept. Returns what is wrong with the pattern, or nothing.
  std::string Compile(std::string_view pattern);

 private:
  using Items = std::vector<std::string_view>;
  void Pattern(std::string_view text, int depth);
  void Alternatives(const Items& items, size_t* at, int depth);
  void Sequence(const Items& items, size_t* at, int depth);
  // Compiles the item at `at`, or the group that begins there, and goes behind it; true where it is optional.
  bool ItemOrGroup(const Items& items, size_t* at, int depth);
  void Item(std::string_view item, int depth);
  uint32_t Emit(TimeOp op, uint32_t x = 0);
  void InsertFork(uint32_t at);
  uint32_t Here() const { return static_cast<uint32_t>(code_.size()); }
  void Fail(std::string message);

  const Parts& parts_;
  TimeWords& words_;
  std::vector<TimeInstruction>& code_;
  std::string error_;
};

}  // namespace diurna

#endif  // DIURNA_TIMES_PATTERN_H_
