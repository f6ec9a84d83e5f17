// The steps by which attribution is read, and the words that tell who speaks. Not part of the floor's interface.

#ifndef DIURNA_PROPOSITION_ATTRIBUTION_H_
#define DIURNA_PROPOSITION_ATTRIBUTION_H_

#include <cstddef>
#include <cstdint>

#include "proposition/extraction.h"
#include "proposition/speech_text.h"

namespace diurna {

// Attributions, or reaches, looked at before and behind a place that may belong to one.
constexpr size_t kNearAttributions = 40;

// ---- speakers (speakers.cc) ----

// Whether a token may be the source of what is said.
bool MaySpeak(const Extraction& extraction, uint32_t token);
// Whoever stands behind a document that speaks: of "a decree signed by the president" the president. The token itself
// where it is no document, or nobody's.
uint32_t BehindDocument(const Extraction& extraction, uint32_t speaker);
// A person by name or as an actor.
bool IsPerson(const Extraction& extraction, uint32_t token);
// A person, known or called by a noun, or a body with a voice.
bool IsSpeaker(const Extraction& extraction, uint32_t token);

// ---- content (speech_content.cc) ----

struct SpeechContent {
  Span span;                     // empty where only the act is told
  bool clause = false;           // a clause or quotation
  bool infinitive_only = false;  // "hoped to win": an infinitive and nothing else
  Span deed;                     // "accused of BURNING 12 villages"
};
// The clause, quotation or phrase that a verb of speech says. `inside` is the quotation that the verb stands in, or -1.
SpeechContent ContentOfSpeech(const Extraction& extraction, const SpeechText& text, const Proposition& speech,
                              int32_t inside);

// ---- steps, in order; each adds to the extraction ----

// Verbs and nouns of speech (speech_cues.cc).
void AddSpeech(Extraction* extraction, const SpeechText& text);
// Phrases before a speaker: "according to X" (source_phrases.cc). After AddSpeech.
void AddSourcePhrases(Extraction* extraction, const SpeechText& text);
// Clauses and names in front of a quotation that no cue holds (introductions.cc).
void AddIntroductions(Extraction* extraction, const SpeechText& text);
// From here on attributions are in the order of their cues.
// Whom speakers' pronouns stand for (speaker_pronouns.cc).
void SharpenPronouns(Extraction* extraction, const SpeechText& text);
// Whose the quotations are that no content covers, and who "I" is in each (quotation_speakers.cc).
void ReachQuotations(Extraction* extraction, const SpeechText& text);
void ResolveFirstPersons(Extraction* extraction);
// Sentences that open with words that carry on the attribution of the one before (carry_on.cc).
void CarryOn(Extraction* extraction, const SpeechText& text);

// Index of the first attribution whose cue does not stand before byte `at`. They must be in order.
size_t FirstAttributionAt(const Extraction& extraction, uint32_t at);

}  // namespace diurna

#endif  // DIURNA_PROPOSITION_ATTRIBUTION_H_
