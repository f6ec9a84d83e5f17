// PlaceTokens: the tokens of a report as the recogniser of places asks for them: classes of words, capitals, datelines.

#ifndef DIURNA_PLACES_TOKENS_H_
#define DIURNA_PLACES_TOKENS_H_

#include <cstdint>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "places/names.h"
#include "syntax/name.h"

namespace diurna {

// Const members are thread-safe. Document, analysis and names must outlive it.
class PlaceTokens {
 public:
  PlaceTokens(const Document& document, const Analysis& analysis, const PlaceNames& names);

  const Analysis& analysis() const { return analysis_; }
  const Token& At(uint32_t i) const { return analysis_[i]; }
  // True for a token that is written like a name: a capital first letter, or a name in a script without case.
  bool Capital(uint32_t i) const { return capital_[i]; }
  // True for a token that is one of the classes (bits of PlaceWord).
  bool Has(uint32_t i, uint32_t classes) const { return (words_[i] & classes) != 0; }
  bool InDateline(uint32_t i) const { return dateline_[i]; }
  bool SameSentence(uint32_t i, uint32_t j) const {
    return i < analysis_.size() && j < analysis_.size() && At(i).sentence == At(j).sentence;
  }
  EntityType EntityAt(uint32_t i) const { return EntityTypeAt(analysis_, i); }

 private:
  void ReadTokens(const PlaceNames& names);
  void FindDatelines(const Document& document);

  const Analysis& analysis_;
  std::vector<uint32_t> words_;
  std::vector<bool> capital_, dateline_;
};

}  // namespace diurna

#endif  // DIURNA_PLACES_TOKENS_H_
