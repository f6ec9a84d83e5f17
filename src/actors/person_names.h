// Names of persons in the text, whatever the name recogniser made of them.

#ifndef DIURNA_ACTORS_PERSON_NAMES_H_
#define DIURNA_ACTORS_PERSON_NAMES_H_

#include <cstdint>
#include <vector>

#include "actors/mentions.h"
#include "actors/words.h"
#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "places/gazetteer.h"

namespace diurna {

// Tokens [begin, end) that name a person, without title and place; `head` is the one among them that the syntax hangs
// on.
struct PersonName {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t head = 0;
  OptionalIndex title_begin;  // of the title right before ("Prime Minister"), if there is one
  OptionalIndex title_end;    // its end; a place may stand between ("The President of Kazakhstan Tokayev")
  char gender = 0;            // 'm', 'f' or 0, by title, form of address or first name
};

// The persons' names of a report.
struct PersonNames {
  std::vector<PersonName> names;       // in the order of the text, without overlap
  std::vector<OptionalIndex> name_of;  // per token: index into `names`, or none
  std::vector<bool> in_title;          // per token: stands in the title before a name
};

// Reads places and their tokens from `mentions`, nothing else of it.
//
// Example: in "Kazakh Prime Minister Alikhan Smailov met Reuters." the name is "Alikhan Smailov", its title "Prime
// Minister".
PersonNames FindPersonNames(const Analysis& analysis, const Mentions& mentions, const ActorWords& words,
                            const Gazetteer& gazetteer);

}  // namespace diurna

#endif  // DIURNA_ACTORS_PERSON_NAMES_H_
