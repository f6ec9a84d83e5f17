#include "actors/words.h"

#include <cctype>
#include <map>

namespace diurna {

namespace {

constexpr uint32_t kLongestPhrase = 5;  // words of "members of the public" and the like

}  // namespace

Result<ActorWords> ActorWords::Make(const Lexicon& lexicon) {
  ActorWords out;
  if (lexicon.Entries("title").empty()) {
    return Status::BadInput("the lexicon has no entries title: persons and offices cannot be read");
  }
  const auto add = [&](std::string_view word, uint32_t flags) -> ActorWord& {
    ActorWord& entry = out.words_[std::string(word)];
    entry.flags |= flags;
    return entry;
  };
  const auto gender_of = [](const LexiconEntry& entry) {
    const std::string_view gender = entry.Text("gender");
    return gender.empty() ? '\0' : gender[0];
  };
  for (const LexiconEntry& entry : lexicon.Entries("title")) {
    for (const std::string_view word : entry.List("words")) {
      ActorWord& title = add(word, ActorWord::kTitle | (entry.Flag("calling") ? ActorWord::kCalling : 0u));
      if (title.title_sector.empty()) title.title_sector = entry.Text("sector");
      if (const char gender = gender_of(entry)) title.gender = gender;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("body")) {
    for (const std::string_view word : entry.List("words")) {
      ActorWord& body = add(word, ActorWord::kBody | (entry.Flag("plural") ? ActorWord::kPlural : 0u));
      if (body.body_sector.empty()) body.body_sector = entry.Text("sector");
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("people")) {
    for (const std::string_view word : entry.List("words")) {
      ActorWord& people = add(word, ActorWord::kPeople | (entry.Flag("plural") ? ActorWord::kPlural : 0u));
      if (people.people_sector.empty()) people.people_sector = entry.Text("sector");
      if (const char gender = gender_of(entry)) people.gender = gender;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("party_modifier")) {
    for (const std::string_view word : entry.List("words")) {
      add(word, ActorWord::kModifier).modifier_sector = entry.Text("sector");
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("honorific")) {
    for (const std::string_view word : entry.List("words")) {
      ActorWord& honorific = add(word, ActorWord::kHonorific);
      if (const char gender = gender_of(entry)) honorific.gender = gender;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("first_name")) {
    for (const std::string_view word : entry.List("words")) {
      add(word, ActorWord::kFirstName).first_gender = gender_of(entry);
    }
  }
  static const std::map<std::string_view, uint32_t> cues = {
      {"leads", ActorWord::kLeads},         {"thing", ActorWord::kThing},
      {"speech", ActorWord::kSpeech},       {"former", ActorWord::kFormer},
      {"not_a_name", ActorWord::kNotAName}, {"company_suffix", ActorWord::kCompanySuffix},
      {"weather", ActorWord::kWeather},     {"of_role", ActorWord::kOfRole},
  };
  for (const LexiconEntry& entry : lexicon.Entries("actor_cue")) {
    const auto cue = cues.find(entry.Text("name"));
    if (cue == cues.end()) continue;
    for (const std::string_view word : entry.List("words")) add(word, cue->second);
  }
  for (const LexiconEntry& entry : lexicon.Entries("metonym")) {
    const Metonym metonym{std::string(entry.Text("name")), std::string(entry.Text("country")),
                          std::string(entry.Text("sector"))};
    out.metonyms_.emplace(metonym.name, metonym);
    for (const std::string_view word : entry.List("words")) out.metonyms_.emplace(std::string(word), metonym);
  }
  const auto joins = [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; };
  for (const auto& [phrase, word] : out.words_) {
    for (size_t at = 1; at < phrase.size(); ++at) {
      if (joins(static_cast<unsigned char>(phrase[at])) || joins(static_cast<unsigned char>(phrase[at - 1])))
        out.phrase_ends_[phrase.substr(at)] |= word.flags;
    }
  }
  return out;
}

bool ActorWords::EndsPhrase(std::string_view word, ActorWord::Flag flag) const {
  const auto found = phrase_ends_.find(word);
  return found != phrase_ends_.end() && (found->second & flag) != 0;
}

int32_t ActorWords::PhraseEnding(const Analysis& analysis, uint32_t first, uint32_t last, ActorWord::Flag flag,
                                 const ActorWord** word) const {
  const Token& token = analysis[last];
  std::string lemma(token.lemma);
  for (char& c : lemma) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (EndsPhrase(token.lower, flag) || EndsPhrase(lemma, flag)) {
    const uint32_t lowest = last + 1 >= first + kLongestPhrase ? last + 1 - kLongestPhrase : first;
    std::string phrase;
    for (uint32_t from = lowest; from < last; ++from) {
      phrase.clear();
      for (uint32_t i = from; i <= last; ++i) {
        const Token& part = analysis[i];
        if (part.pos == Pos::kSpace || (part.pos == Pos::kPunct && part.text != "-")) {
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
        return static_cast<int32_t>(from);
      }
    }
  }
  const ActorWord* found = &Find(token.lower);
  if (!found->Is(flag)) found = &Find(token.lemma);
  if (!found->Is(flag) && token.lower.size() > 3 && token.lower.back() == 's') {
    found = &Find(token.lower.substr(0, token.lower.size() - 1));
  }
  if (!found->Is(flag)) return -1;
  *word = found;
  return static_cast<int32_t>(last);
}

}  // namespace diurna
