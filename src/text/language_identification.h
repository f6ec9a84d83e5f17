// The language that a text is written in.

#ifndef DIURNA_TEXT_LANGUAGE_IDENTIFICATION_H_
#define DIURNA_TEXT_LANGUAGE_IDENTIFICATION_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "lexicon/lexicon.h"

namespace diurna {

// The language that is read, and what a text is in that is in none that is known.
inline constexpr std::string_view kEnglishTag = "en";
inline constexpr std::string_view kUnknownTag = "und";

// A value; const members may be called from many threads.
class LanguageIdentifier {
 public:
  // Fails where the lexicon does not know English, or too many languages.
  static Result<LanguageIdentifier> Make(const Lexicon& lexicon);

  // BCP 47 tag of the language that `text` is in: "en"; the likeliest of a few others, as a guess; "und" where nothing
  // tells. A text of a few words in Latin letters counts as English. Looks at the first 64 KiB.
  std::string Identify(std::string_view text) const;

 private:
  struct Slot {
    std::string word;
    uint32_t languages = 0;  // a bit for each that has the word, in the order of tags_
  };

  void Add(std::string_view word, size_t language);
  // Where the word stands or would stand.
  size_t Find(std::string_view word) const;

  std::vector<std::string> tags_;  // English first
  std::vector<Slot> slots_;        // a hash table; its size is a power of two
};

}  // namespace diurna

#endif  // DIURNA_TEXT_LANGUAGE_IDENTIFICATION_H_
