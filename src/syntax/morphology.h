// Guesses from the endings of English words, where no dictionary is at hand.

#ifndef DIURNA_SYNTAX_MORPHOLOGY_H_
#define DIURNA_SYNTAX_MORPHOLOGY_H_

#include <string>
#include <string_view>

namespace diurna {

// The singular of a plural in lower case, by its ending: "schools", "churches". Of a word that does not end so, or
// whose singular has another spelling ("cities"), the word itself.
std::string_view SingularOf(std::string_view lower);
// The word without its final "s", for a look-up of words that were taken for names; empty where it has none or is too
// short to tell.
std::string_view WithoutFinalS(std::string_view lower);
// "fisherman" of "fishermen", "englishman" of "englishmen"; empty for words that do not end so.
std::string SingularOfMen(std::string_view lower);
// Whether a noun ends as those of doers do: miner, donor, unionist, guardian, trainee. So do "river" and "doctor"; who
// asks must know the exceptions.
bool EndsLikeADoer(std::string_view lemma);

}  // namespace diurna

#endif  // DIURNA_SYNTAX_MORPHOLOGY_H_
