// Actors: persons, offices, bodies and groups; whose name is whose; who "he" is.

#ifndef DIURNA_ACTORS_ACTORS_H_
#define DIURNA_ACTORS_ACTORS_H_

#include <memory>
#include <string>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/record.h"
#include "diurna/status.h"
#include "lexicon/lexicon.h"
#include "places/gazetteer.h"
#include "syntax/noun_phrase.h"

namespace diurna {

class ActorFinder {
 public:
  // The gazetteer must outlive the finder.
  static Result<ActorFinder> Make(const Lexicon& lexicon, const Gazetteer& gazetteer);
  ActorFinder(ActorFinder&&) noexcept;
  ActorFinder& operator=(ActorFinder&&) noexcept;
  ~ActorFinder();

  // Fills actors, actor_of and antecedent of `mentions`, whose times, places and numbers are already there.
  void Find(const Analysis& analysis, Mentions* mentions) const;

  // The party that the phrase headed by token `head` stands for, pronouns and short names resolved: `text` as written
  // at `head`; name, role, organization, country and sector as far as the report tells them.
  Party PartyOf(const Analysis& analysis, const Mentions& mentions, uint32_t head) const;

 private:
  ActorFinder();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_ACTORS_H_
