// What the names of papers, persons and places look like: capitals, and few small words between them. Whether there is
// such a place is the gazetteer's business.

#ifndef DIURNA_TEXT_NAME_FORMS_H_
#define DIURNA_TEXT_NAME_FORMS_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "text/phrases.h"

namespace diurna {

// A value; const members may be called from many threads.
struct NameForms {
  Phrases particles;      // the short words that names write small: "of", "de", "al"
  Phrases publishers;     // of which agencies and papers make their names: "news", "herald"
  Phrases company_forms;  // "inc", "ltd"

  bool IsParticle(std::string_view word) const;
  // True where all words that matter begin with a capital, as in the name of a paper or a person.
  bool LooksLikeName(std::string_view text, size_t most_words) const;
  // The same for a place: no digits, no sentence marks.
  bool LooksLikePlace(std::string_view text) const;
  // True for the names of agencies and papers: "China News Service", "Daily Herald".
  bool NamesPublisher(std::string_view text) const;
  // "MARSA ALBA" is "Marsa Alba", "PORT-AU-PRINCE" is "Port-au-Prince"; words that are not all capitals, single letters
  // and abbreviations with points ("D.C.") stay.
  std::string FromCapitals(std::string_view text) const;
};

}  // namespace diurna

#endif  // DIURNA_TEXT_NAME_FORMS_H_
