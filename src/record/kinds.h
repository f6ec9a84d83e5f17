// Kinds: what kind of thing a word of a report stands for.

#ifndef DIURNA_RECORD_KINDS_H_
#define DIURNA_RECORD_KINDS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "actors/mentions.h"
#include "diurna/analysis.h"
#include "record/word_classes.h"
#include "syntax/lemmas.h"

namespace diurna {

// Pronouns are followed to what they stand for. All that is given must outlive it; const members are thread-safe.
class Kinds {
 public:
  Kinds(const Analysis& analysis, const Mentions& mentions, const Lemmas& lemmas, const WordClasses& words)
      : analysis_(analysis), mentions_(mentions), lemmas_(lemmas), words_(words) {}

  // Lemma of what the token stands for.
  std::string_view ResolvedLemma(uint32_t token) const;
  // Whether any of the tokens, or what it stands for, has its lemma in the set.
  bool Any(std::span<const uint32_t> tokens, const WordSet& set) const;
  // A person or group of persons, whatever word or pronoun stands for it.
  bool IsHuman(uint32_t token) const;
  // A named person or the holder of an office.
  bool IsPerson(uint32_t token) const;
  // A government, company, force or other body that can act.
  bool IsBody(uint32_t token) const;

 private:
  const Analysis& analysis_;
  const Mentions& mentions_;
  const Lemmas& lemmas_;
  const WordClasses& words_;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_KINDS_H_
