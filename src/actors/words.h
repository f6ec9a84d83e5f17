// The lexicon's words for those who act: titles, bodies, people, names and forms of address (lexicon/actors.toml).

#ifndef DIURNA_ACTORS_WORDS_H_
#define DIURNA_ACTORS_WORDS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diurna/analysis.h"
#include "diurna/optional_index.h"
#include "diurna/status.h"
#include "diurna/vocabulary.h"
#include "lexicon/lexicon.h"

namespace diurna {

// What the lexicon says of one word or phrase. A word may be several things: "general" is a title and may stand before
// another ("general manager").
struct ActorWord {
  // The sections of lexicon/actors.toml, and the lists of its section actor_cue, that a word stands in; the schema says
  // what each does.
  enum Flag : uint32_t {
    kTitle = 1u << 0,
    kBody = 1u << 1,
    kPeople = 1u << 2,
    kModifier = 1u << 3,
    kHonorific = 1u << 4,
    kFirstName = 1u << 5,
    kLeads = 1u << 6,
    kThing = 1u << 7,
    kSpeech = 1u << 8,
    kFormer = 1u << 9,
    kNotAName = 1u << 10,
    kCompanySuffix = 1u << 11,
    kWeather = 1u << 12,
    kCalling = 1u << 13,  // of a title: not an office of one
    kPlural = 1u << 14,   // of a body or people: spoken of as they
    kOfRole = 1u << 15,
    kNameParticle = 1u << 16,
    kNameSuffix = 1u << 17,
    kNameArticle = 1u << 18,
    kStandIn = 1u << 19,
  };
  uint32_t flags = 0;
  // PLOVER's sectors of what the word names in each part; empty where it does not tell.
  std::optional<Sector> title_sector, body_sector, people_sector, modifier_sector;
  char gender = 0;        // 'm', 'f' or 0, of a title, kind of people or form of address
  char first_gender = 0;  // of a first name
  bool Is(Flag flag) const { return (flags & flag) != 0; }
};

// A name that stands for a body: "the Kremlin".
struct Metonym {
  std::string name, country;
  std::optional<Sector> sector;
};

// Const members are thread-safe; a word costs one look-up.
class ActorWords {
 public:
  // Fails where the lexicon has no titles, without which no person is found.
  static Result<ActorWords> Make(const Lexicon& lexicon);

  // The entry of a word or phrase in lower case; one without flags where there is none.
  const ActorWord& Find(std::string_view lower) const {
    const auto found = words_.find(lower);
    return found == words_.end() ? none_ : found->second;
  }
  // The name as written; null where it stands for no known body.
  const Metonym* MetonymOf(std::string_view name) const {
    const auto found = metonyms_.find(name);
    return found == metonyms_.end() ? nullptr : &found->second;
  }

  // The longest phrase with `flag` that ends with token `last`, not reaching before `first`: its first token, its entry
  // in `*word`, if there is one. The last word may be in the plural: "prime ministers".
  OptionalIndex PhraseEnding(const Analysis& analysis, uint32_t first, uint32_t last, ActorWord::Flag flag,
                             const ActorWord** word) const;

 private:
  ActorWord& Add(std::string_view word, uint32_t flags);
  void AddTitles(const Lexicon& lexicon);
  void AddBodies(const Lexicon& lexicon);
  void AddPeople(const Lexicon& lexicon);
  void AddWordsOfNames(const Lexicon& lexicon);
  void AddCues(const Lexicon& lexicon);
  void AddMetonyms(const Lexicon& lexicon);
  void IndexPhraseEnds();
  // Whether a phrase of several words with `flag` ends with `word`, in lower case.
  bool EndsPhrase(std::string_view word, ActorWord::Flag flag) const;

  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, ActorWord, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, Metonym, Hash, std::equal_to<>> metonyms_;
  // The flags of all phrases that end with a word: most words end none, and need not be looked for behind others.
  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> phrase_ends_;
  ActorWord none_;
};

}  // namespace diurna

#endif  // DIURNA_ACTORS_WORDS_H_
