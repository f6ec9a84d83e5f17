// What is asked of names: how a token is written, and which kind of name the language model takes it for.

#ifndef DIURNA_SYNTAX_NAME_H_
#define DIURNA_SYNTAX_NAME_H_

#include <cstdint>

#include "diurna/analysis.h"
#include "diurna/optional_index.h"

namespace diurna {

// Starts with a capital letter. False for scripts without case.
bool IsCapitalized(const Token& token);

// The name that a token is part of; null where the model sees none.
inline const Entity* EntityAt(const Analysis& analysis, uint32_t token) {
  const OptionalIndex entity = analysis[token].entity;
  return entity ? &analysis.entities()[*entity] : nullptr;
}

// Its kind; kNone outside names.
inline EntityType EntityTypeAt(const Analysis& analysis, uint32_t token) {
  const Entity* entity = EntityAt(analysis, token);
  return entity == nullptr ? EntityType::kNone : entity->type;
}

// A kind of names for places: of states and towns, of waters and mountains, of buildings and roads.
bool IsPlaceEntity(EntityType type);
// A kind that is no name but a number, quantity or time.
bool IsNumericEntity(EntityType type);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_NAME_H_
