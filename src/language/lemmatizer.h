// Lemmatizer: the base form of a word by its part of speech.

#ifndef DIURNA_LANGUAGE_LEMMATIZER_H_
#define DIURNA_LANGUAGE_LEMMATIZER_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/analysis.h"
#include "language/strings.h"
#include "language/unicode.h"

namespace diurna {

// Const and thread-safe.
class Lemmatizer {
 public:
  // nullopt when a section is missing or damaged.
  static std::optional<Lemmatizer> Load(const FlatFile& model, const Unicode& unicode);

  // The lemma of the word `text`, whose lower case is `lower`. The result is a view of `text`, of `lower`, of the
  // model, or of `scratch`.
  std::string_view Lemma(std::string_view text, std::string_view lower, Pos pos, std::string_view morph,
                         std::string* scratch) const;

 private:
  struct Rule {
    uint32_t part;
    StringRef old_suffix, new_suffix;
  };
  bool IsAlpha(std::string_view text) const;

  Unicode unicode_;
  StringPool pool_;
  StringTable index_;       // word to a bit for each part of speech in which it is a lemma
  StringTable exceptions_;  // part of speech and word to lemmas
  std::span<const uint32_t> exception_begin_;
  std::span<const StringRef> exception_forms_;
  std::span<const Rule> rules_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_LEMMATIZER_H_
