#include "actors/words.h"

#include <array>
#include <cctype>

#include "base/ascii.h"
#include "syntax/morphology.h"
#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kLongestPhrase = 5;  // words of "members of the public" and the like

struct CueList {
  std::string_view name;  // of an entry of the section actor_cue
  ActorWord::Flag flag;
};

constexpr std::array kCueLists = {
    CueList{"leads", ActorWord::kLeads},
    CueList{"thing", ActorWord::kThing},
    CueList{"speech", ActorWord::kSpeech},
    CueList{"former", ActorWord::kFormer},
    CueList{"stand_in", ActorWord::kStandIn},
    CueList{"not_a_name", ActorWord::kNotAName},
    CueList{"name_particle", ActorWord::kNameParticle},
    CueList{"name_suffix", ActorWord::kNameSuffix},
    CueList{"name_article", ActorWord::kNameArticle},
    CueList{"company_suffix", ActorWord::kCompanySuffix},
    CueList{"weather", ActorWord::kWeather},
    CueList{"of_role", ActorWord::kOfRole},
};

void SetGender(const LexiconEntry& entry, char* gender) {
  if (const std::string_view text = entry.Text("gender"); !text.empty()) *gender = text[0];
}

void SetIfNone(const std::optional<Sector>& sector, std::optional<Sector>* into) {
  if (!*into) *into = sector;
}

}  // namespace

Result<ActorWords> ActorWords::Make(const Lexicon& lexicon) {
  if (lexicon.Entries("title").empty()) {
    return Status::BadInput("the lexicon has no entries title: persons and offices cannot be read");
  }
  ActorWords words;
  words.AddTitles(lexicon);
  words.AddBodies(lexicon);
  words.AddPeople(lexicon);
  words.AddWordsOfNames(lexicon);
  words.AddCues(lexicon);
  words.AddMetonyms(lexicon);
  words.IndexPhraseEnds();
  return words;
}

ActorWord& ActorWords::Add(std::string_view word, uint32_t flags) {
  ActorWord& entry = words_[std::string(word)];
  entry.flags |= flags;
  return entry;
}

void ActorWords::AddTitles(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("title")) {
    const uint32_t flags = ActorWord::kTitle | (entry.Flag("calling") ? ActorWord::kCalling : 0u);
    for (const std::string_view word : entry.List("words")) {
      ActorWord& title = Add(word, flags);
      SetIfNone(entry.Term<Sector>("sector"), &title.title_sector);
      SetGender(entry, &title.gender);
    }
  }
}

void ActorWords::AddBodies(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("body")) {
    const uint32_t flags = ActorWord::kBody | (entry.Flag("plural") ? ActorWord::kPlural : 0u);
    for (const std::string_view word : entry.List("words")) {
      SetIfNone(entry.Term<Sector>("sector"), &Add(word, flags).body_sector);
    }
  }
}

void ActorWords::AddPeople(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("people")) {
    const uint32_t flags = ActorWord::kPeople | (entry.Flag("plural") ? ActorWord::kPlural : 0u);
    for (const std::string_view word : entry.List("words")) {
      ActorWord& people = Add(word, flags);
      SetIfNone(entry.Term<Sector>("sector"), &people.people_sector);
      SetGender(entry, &people.gender);
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("party_modifier")) {
    for (const std::string_view word : entry.List("words")) {
      Add(word, ActorWord::kModifier).modifier_sector = entry.Term<Sector>("sector");
    }
  }
}

void ActorWords::AddWordsOfNames(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("honorific")) {
    for (const std::string_view word : entry.List("words")) {
      SetGender(entry, &Add(word, ActorWord::kHonorific).gender);
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("first_name")) {
    for (const std::string_view word : entry.List("words")) {
      SetGender(entry, &Add(word, ActorWord::kFirstName).first_gender);
    }
  }
}

void ActorWords::AddCues(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("actor_cue")) {
    for (const CueList& list : kCueLists) {
      if (list.name != entry.Text("name")) continue;
      for (const std::string_view word : entry.List("words")) Add(word, list.flag);
    }
  }
}

void ActorWords::AddMetonyms(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("metonym")) {
    const Metonym metonym{std::string(entry.Text("name")), std::string(entry.Text("country")),
                          entry.Term<Sector>("sector")};
    metonyms_.emplace(metonym.name, metonym);
    for (const std::string_view word : entry.List("words")) metonyms_.emplace(std::string(word), metonym);
  }
}

void ActorWords::IndexPhraseEnds() {
  const auto joins = [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; };
  for (const auto& [phrase, word] : words_) {
    for (size_t at = 1; at < phrase.size(); ++at) {
      if (joins(static_cast<unsigned char>(phrase[at])) || joins(static_cast<unsigned char>(phrase[at - 1]))) {
        phrase_ends_[phrase.substr(at)] |= word.flags;
      }
    }
  }
}

bool ActorWords::EndsPhrase(std::string_view word, ActorWord::Flag flag) const {
  const auto found = phrase_ends_.find(word);
  return found != phrase_ends_.end() && (found->second & flag) != 0;
}

OptionalIndex ActorWords::PhraseEnding(const Analysis& analysis, uint32_t first, uint32_t last, ActorWord::Flag flag,
                                       const ActorWord** word) const {
  const Token& token = analysis[last];
  const std::string lemma = ToAsciiLower(token.lemma);
  if (EndsPhrase(token.lower, flag) || EndsPhrase(lemma, flag)) {
    const uint32_t lowest = last + 1 >= first + kLongestPhrase ? last + 1 - kLongestPhrase : first;
    std::string phrase;
    for (uint32_t from = lowest; from < last; ++from) {
      phrase.clear();
      for (uint32_t i = from; i <= last; ++i) {
        const Token& part = analysis[i];
        if (IsSpace(part) || (IsPunctuation(part) && part.text != "-")) {
          phrase.clear();
          break;
        }
        phrase += part.lower;
        if (i < last && part.space_after) phrase += ' ';
      }
      if (phrase.empty()) continue;
      const ActorWord* found = &Find(phrase);
      if (!found->Is(flag)) {
        // The plural: the last word's lemma instead.
        phrase.resize(phrase.size() - token.lower.size());
        phrase += lemma;
        found = &Find(phrase);
      }
      if (found->Is(flag)) {
        *word = found;
        return from;
      }
    }
  }
  const ActorWord* found = &Find(token.lower);
  if (!found->Is(flag)) found = &Find(token.lemma);
  if (!found->Is(flag)) found = &Find(WithoutFinalS(token.lower));
  if (!found->Is(flag)) return std::nullopt;
  *word = found;
  return last;
}

}  // namespace diurna
