// Actor: someone or something that can act or speak, over a whole report.

#ifndef DIURNA_ACTORS_ACTOR_H_
#define DIURNA_ACTORS_ACTOR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diurna/vocabulary.h"

namespace diurna {

// Someone or something that can act or speak, over the whole report: every mention of one is a chain.
struct Actor {
  std::string name;          // the shortest full name that the report gives: "Kassym-Jomart Tokayev"
  std::string role;          // "president", as written
  std::string organization;  // "Ministry of Health of Kazakhstan"
  std::string country;       // ISO 3166-1 alpha-2
  std::optional<Sector> sector;
  bool person = false;
  bool plural = false;
  char gender = 0;              // 'm', 'f' or 0
  std::vector<uint32_t> heads;  // tokens that head its mentions, pronouns included, in order
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_ACTOR_H_
