#include "record/kinds.h"

#include <algorithm>

#include "proposition/propositions.h"
#include "syntax/word.h"

namespace diurna {

std::string_view Kinds::ResolvedLemma(uint32_t token) const { return lemmas_[Resolve(mentions_, token)]; }

bool Kinds::Any(std::span<const uint32_t> tokens, const WordSet& set) const {
  return std::any_of(tokens.begin(), tokens.end(), [&](uint32_t token) {
    return set.contains(lemmas_[token]) || set.contains(ResolvedLemma(token));
  });
}

bool Kinds::IsPerson(uint32_t token) const {
  const uint32_t resolved = Resolve(mentions_, token);
  const OptionalIndex actor = mentions_.actor_of[resolved];
  if (actor && mentions_.actors[*actor].person) return true;
  return words_["title"].contains(lemmas_[resolved]);
}

bool Kinds::IsHuman(uint32_t token) const {
  if (IsPerson(token)) return true;
  const uint32_t resolved = Resolve(mentions_, token);
  if (words_["human"].contains(lemmas_[resolved]) || words_["personal_pronoun"].contains(analysis_[token].lower)) {
    return true;
  }
  return IsNumeral(analysis_[resolved]);
}

bool Kinds::IsBody(uint32_t token) const {
  const uint32_t resolved = Resolve(mentions_, token);
  if (words_["body"].contains(lemmas_[resolved])) return true;
  const OptionalIndex entity = analysis_[resolved].entity;
  if (!entity) return false;
  const EntityType type = analysis_.entities()[*entity].type;
  return type == EntityType::kOrg || type == EntityType::kGpe || type == EntityType::kNorp;
}

}  // namespace diurna
