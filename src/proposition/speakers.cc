#include "proposition/attribution.h"
#include "syntax/closed_class.h"
#include "syntax/name.h"

namespace diurna {

namespace {

// Who made a document, where a participle says so: "figures released by the ministry"; or none.
OptionalIndex MakerByParticiple(const Extraction& x, uint32_t document) {
  for (const uint32_t child : x.Children(document)) {
    if (!IsReducedClause(x.analysis[child]) || !IsPastParticiple(x.analysis[child])) continue;
    const OptionalIndex by = x.Child(child, Dep::kAgent);
    const OptionalIndex maker = by ? x.Child(*by, Dep::kPobj) : std::nullopt;
    if (maker && x.CanAct(*maker)) return maker;
  }
  return std::nullopt;
}

}  // namespace

bool MaySpeak(const Extraction& extraction, uint32_t token) {
  // "It said" is somebody; that "it" is not known must not lose the speech.
  return extraction.CanAct(token) || closed_class::kUnnamedSpeaker.Has(extraction.analysis[token].lower);
}

uint32_t BehindDocument(const Extraction& extraction, uint32_t speaker) {
  const Extraction& x = extraction;
  if (const OptionalIndex maker = MakerByParticiple(x, speaker)) return *maker;
  if (x.word[speaker] == nullptr || !x.word[speaker]->speech_noun) return speaker;
  if (const Proposition* noun = x.PropositionOf(speaker)) {
    for (const uint32_t agent : noun->agents) {
      if (x.CanAct(agent)) return agent;
    }
  }
  for (const uint32_t child : x.Children(speaker)) {
    const Token& token = x.analysis[child];
    if (IsPossessor(token) && x.CanAct(child)) return child;
    if (!IsPrepositional(token) || !closed_class::kMakerOfDocument.Has(token.lower)) continue;
    const OptionalIndex maker = x.Child(child, Dep::kPobj);
    if (maker) return *maker;
  }
  return speaker;
}

bool IsPerson(const Extraction& extraction, uint32_t token) {
  const Mentions& mentions = *extraction.mentions;
  if (token < mentions.actor_of.size() && mentions.actor_of[token]) {
    return mentions.actors[*mentions.actor_of[token]].person;
  }
  return EntityTypeAt(extraction.analysis, token) == EntityType::kPerson;
}

bool IsSpeaker(const Extraction& extraction, uint32_t token) {
  const uint32_t resolved = Resolve(*extraction.mentions, token);
  if (IsPerson(extraction, resolved)) return true;
  const WordCue* cue = extraction.word[resolved];
  return IsCommonNoun(extraction.analysis[resolved]) && cue != nullptr && cue->speaker && !cue->never_speaker;
}

}  // namespace diurna
