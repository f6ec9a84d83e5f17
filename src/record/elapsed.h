// Elapsed: when something was of which a sentence tells how long ago it is by then: "TEN YEARS AFTER the ferry sank",
// "20 years since the siege", "two weeks after the quake".

#ifndef DIURNA_RECORD_ELAPSED_H_
#define DIURNA_RECORD_ELAPSED_H_

#include <cstdint>
#include <optional>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "record/sentence_index.h"

namespace diurna {

// When what stands at a token was: as far back as its sentence says, from the day that the sentence tells elsewhere or
// else from publication, and no more exactly than the unit. Nothing where no elapsed time leads to the token, or where
// its own clause tells a time.
std::optional<Time> ElapsedTime(const Document& document, const Analysis& analysis, const Mentions& mentions,
                                const SentenceIndex& sentences, uint32_t token);

}  // namespace diurna

#endif  // DIURNA_RECORD_ELAPSED_H_
