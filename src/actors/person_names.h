// Names of persons in the text, whatever the name recogniser made of them.

#ifndef DIURNA_ACTORS_PERSON_NAMES_H_
#define DIURNA_ACTORS_PERSON_NAMES_H_

#include <cstdint>
#include <vector>

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "places/gazetteer.h"

namespace diurna {

// Tokens [begin, end) that name a person, without title and place; `head` is the one among them that the syntax hangs
// on.
struct PersonName {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t head = 0;
  int32_t title_begin = -1;  // of the title right before ("Prime Minister"), -1 where there is none
  int32_t title_end = -1;    // its end; a place may stand between ("The President of Kazakhstan Tokayev")
  char gender = 0;           // 'm', 'f' or 0, by title, form of address or first name
};

// In the order of the text.
std::vector<PersonName> FindPersonNames(const Analysis& analysis, const Mentions& mentions, const ActorWords& words,
                                        const Gazetteer& gazetteer);

// Starts with a capital letter.
bool IsCapitalized(const Token& token);

}  // namespace diurna

#endif  // DIURNA_ACTORS_PERSON_NAMES_H_
