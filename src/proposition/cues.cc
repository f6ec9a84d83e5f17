// The sections of lexicon/cues.toml turned inside out: from entries that list words to words that list entries. What a
// vocabulary allows was checked by the lexicon's compiler; names that cross sections are checked here.

#include "proposition/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

Role RoleNamed(std::string_view name) {
  if (name == "agent" || name == "actor") return Role::kAgent;
  if (name == "theme") return Role::kTheme;
  if (name == "recipient") return Role::kRecipient;
  return Role::kNone;
}

ContentNeed NeedNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, ContentNeed>, 6> kNeeds = {{{"any", ContentNeed::kAny},
                                                                               {"clause", ContentNeed::kClause},
                                                                               {"infinitive", ContentNeed::kInfinitive},
                                                                               {"named", ContentNeed::kNamed},
                                                                               {"thing", ContentNeed::kThing},
                                                                               {"told", ContentNeed::kTold}}};
  const auto found = std::find_if(kNeeds.begin(), kNeeds.end(), [&](const auto& need) { return need.first == name; });
  return found == kNeeds.end() ? ContentNeed::kTold : found->second;
}

bool WordCue::*VerbFlagNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, bool WordCue::*>, 6> kClasses = {
      {{"causative", &WordCue::causative},
       {"copula", &WordCue::copula},
       {"ditransitive", &WordCue::ditransitive},
       {"ergative", &WordCue::ergative},
       {"naming", &WordCue::naming},
       {"transitive", &WordCue::transitive}}};
  const auto found = std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& c) { return c.first == name; });
  return found == kClasses.end() ? nullptr : found->second;
}

bool ActTraits::*ActFlagNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, bool ActTraits::*>, 3> kClasses = {
      {{"of_persons", &ActTraits::of_persons},
       {"of_things", &ActTraits::of_things},
       {"tells_facts", &ActTraits::tells_facts}}};
  const auto found = std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& c) { return c.first == name; });
  return found == kClasses.end() ? nullptr : found->second;
}

std::vector<std::string> Split(std::string_view phrase) {
  std::vector<std::string> words;
  for (size_t at = 0; at < phrase.size();) {
    const size_t end = std::min(phrase.find(' ', at), phrase.size());
    if (end > at) words.emplace_back(phrase.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void LongestFirst(std::vector<Phrase>* phrases) {
  std::stable_sort(phrases->begin(), phrases->end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

Status ErrorAt(const LexiconEntry& entry, std::string_view name, std::string_view problem) {
  return Status::BadInput(std::string(entry.file()) + ":" + std::to_string(entry.line()) + ": '" + std::string(name) +
                          "' " + std::string(problem));
}

}  // namespace

bool Phrase::StandsAt(const Analysis& analysis, uint32_t first) const {
  if (first + words.size() > analysis.size()) return false;
  for (uint32_t w = 0; w < words.size(); ++w) {
    if (analysis[first + w].lower != words[w]) return false;
  }
  return true;
}

void CuePhrases::Add(Phrase phrase) {
  if (phrase.words.empty()) return;
  std::vector<Phrase>& phrases = by_first_word_[phrase.words.front()];
  phrases.push_back(std::move(phrase));
}

void CuePhrases::Settle() {
  for (auto& [word, phrases] : by_first_word_) LongestFirst(&phrases);
}

const Phrase* CuePhrases::At(const Analysis& analysis, uint32_t first) const {
  const auto found = by_first_word_.find(analysis[first].lower);
  if (found == by_first_word_.end()) return nullptr;
  const auto phrase = std::find_if(found->second.begin(), found->second.end(),
                                   [&](const Phrase& p) { return p.StandsAt(analysis, first); });
  return phrase == found->second.end() ? nullptr : &*phrase;
}

bool Governor::GovernsBehind(std::string_view preposition) const {
  return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

bool Governor::GovernsBehindOf() const {
  return std::any_of(prepositions.begin(), prepositions.end(),
                     [](const std::string& preposition) { return closed_class::kOf.Has(preposition); });
}

// Reads the sections into the cues that it makes.
class Cues::Builder {
 public:
  explicit Builder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Result<Cues> Build() {
    ReadSpeech();
    ReadSpeechNouns();
    ReadSpeakers();
    ReadPhrases();
    ReadForms();
    ReadGovernors();
    ReadContexts();
    ReadLightVerbs();
    ReadNominals();
    ReadVerbsAndNouns();
    for (const Status& status : {ReadActClasses(), ReadParticles(), ReadVerbClasses()}) {
      if (!status.ok()) return status;
    }
    return std::move(cues_);
  }

 private:
  static uint16_t Next(const auto& list) { return static_cast<uint16_t>(list.size()); }
  WordCue& Word(std::string_view lemma) { return cues_.words_[std::string(lemma)]; }
  FormCue& Form(std::string_view lower) { return cues_.forms_[std::string(lower)]; }

  void ReadSpeech() {
    for (const LexiconEntry& entry : lexicon_.Entries("speech")) {
      SpeechCue cue;
      cue.act = entry.Term<SpeechAct>("act").value_or(SpeechAct::kSay);
      cue.need = NeedNamed(entry.Text("content", "told"));
      for (const std::string_view word : entry.List("with")) cue.with.emplace_back(word);
      for (const std::string_view word : entry.List("object")) cue.objects.emplace(word);
      for (const std::string_view where : entry.List("addressee")) {
        if (where == "theme") {
          cue.to_theme = true;
        } else if (where == "recipient") {
          cue.to_recipient = true;
        } else {
          cue.to_prepositions.emplace_back(where);
        }
      }
      for (const std::string_view verb : entry.List("verbs")) Word(verb).speech.push_back(Next(cues_.speech_));
      cues_.speech_.push_back(std::move(cue));
    }
  }

  void ReadSpeechNouns() {
    for (const LexiconEntry& entry : lexicon_.Entries("speech_noun")) {
      for (const std::string_view noun : entry.List("nouns")) {
        Word(noun).speech_noun = entry.Term<SpeechAct>("act");
      }
    }
  }

  Status ReadActClasses() {
    for (const LexiconEntry& entry : lexicon_.Entries("act_class")) {
      const std::string_view name = entry.Text("name");
      bool ActTraits::*flag = ActFlagNamed(name);
      if (flag == nullptr && name != "plain") {
        return ErrorAt(entry, name, "is no class of acts; see lexicon/schema/cues.toml");
      }
      for (const std::string_view act_name : entry.List("acts")) {
        const std::optional<SpeechAct> act = Parse<SpeechAct>(act_name);
        if (!act) continue;
        if (flag == nullptr) {
          cues_.saying_ = *act;
        } else {
          cues_.traits_[static_cast<size_t>(*act)].*flag = true;
        }
      }
    }
    return {};
  }

  void ReadSpeakers() {
    for (const LexiconEntry& entry : lexicon_.Entries("speaker")) {
      const bool speaks = entry.Flag("speaks", true);
      for (const std::string_view noun : entry.List("nouns")) {
        WordCue& word = Word(noun);
        (speaks ? word.speaker : word.never_speaker) = true;
      }
    }
  }

  void ReadPhrases() {
    for (const LexiconEntry& entry : lexicon_.Entries("attribution")) {
      for (const std::string_view phrase : entry.List("phrases")) cues_.attributions_.Add({Split(phrase)});
      for (const std::string_view noun : entry.List("except")) cues_.attribution_except_.emplace(noun);
    }
    for (const LexiconEntry& entry : lexicon_.Entries("carry_on")) {
      for (const std::string_view phrase : entry.List("phrases")) cues_.carry_on_.Add({Split(phrase)});
    }
    cues_.attributions_.Settle();
    cues_.carry_on_.Settle();
  }

  void ReadForms() {
    for (const LexiconEntry& entry : lexicon_.Entries("modal")) {
      for (const std::string_view word : entry.List("words")) {
        Form(word).modal = true;
        Form(word).modal_modality = entry.Term<Modality>("modality").value_or(Modality::kHappened);
      }
    }
    for (const LexiconEntry& entry : lexicon_.Entries("modifier")) {
      for (const std::string_view word : entry.List("words")) {
        Form(word).modifier = true;
        Form(word).modifier_modality = entry.Term<Modality>("modality").value_or(Modality::kHappened);
      }
    }
    for (const LexiconEntry& entry : lexicon_.Entries("negator")) {
      for (const std::string_view word : entry.List("words")) Form(word).negator = true;
    }
    for (const LexiconEntry& entry : lexicon_.Entries("lemma")) {
      for (const auto& [form, lemma] : entry.Map("forms")) Form(form).lemma = lemma;
    }
  }

  void ReadGovernors() {
    for (const LexiconEntry& entry : lexicon_.Entries("governor")) {
      Governor governor;
      governor.modality = entry.Term<Modality>("modality").value_or(Modality::kHappened);
      for (const std::string_view over : entry.List("over")) AddGoverned(over, &governor);
      const bool subject_control = entry.Text("control") == "subject";
      for (const std::string_view lemma : entry.List("words")) {
        WordCue& word = Word(lemma);
        word.governors.push_back(Next(cues_.governors_));
        if (subject_control) word.subject_control = true;
      }
      cues_.governors_.push_back(std::move(governor));
    }
  }
  static void AddGoverned(std::string_view over, Governor* governor) {
    constexpr std::array<std::pair<std::string_view, bool Governor::*>, 5> kGoverned = {
        {{"agent", &Governor::agent},
         {"clause", &Governor::clause},
         {"gerund", &Governor::gerund},
         {"infinitive", &Governor::infinitive},
         {"theme", &Governor::theme}}};
    const auto found =
        std::find_if(kGoverned.begin(), kGoverned.end(), [&](const auto& governed) { return governed.first == over; });
    if (found != kGoverned.end()) {
      governor->*found->second = true;
    } else {
      governor->prepositions.emplace_back(over);
    }
  }

  void ReadContexts() {
    for (const LexiconEntry& entry : lexicon_.Entries("context")) {
      const Modality modality = entry.Term<Modality>("modality").value_or(Modality::kHappened);
      for (const std::string_view phrase : entry.List("words")) {
        if (phrase.find(' ') != std::string_view::npos) {
          cues_.contexts_.push_back({Split(phrase), modality});
        } else {
          Form(phrase).context = true;
          Form(phrase).context_modality = modality;
        }
      }
    }
    LongestFirst(&cues_.contexts_);
  }

  void ReadLightVerbs() {
    for (const LexiconEntry& entry : lexicon_.Entries("light_verb")) {
      LightCue light;
      const std::string_view noun = entry.Text("noun");
      light.where = noun == "theme"   ? NounPosition::kTheme
                    : noun == "agent" ? NounPosition::kAgent
                                      : NounPosition::kPreposition;
      if (light.where == NounPosition::kPreposition) light.preposition = noun;
      light.subject = RoleNamed(entry.Text("subject"));
      light.theme = RoleNamed(entry.Text("theme"));
      for (const std::string_view verb : entry.List("verbs")) Word(verb).light.push_back(Next(cues_.light_));
      cues_.light_.push_back(std::move(light));
    }
  }

  void ReadNominals() {
    for (const LexiconEntry& entry : lexicon_.Entries("nominal")) {
      NominalPattern pattern;
      pattern.possessor = RoleNamed(entry.Text("possessor"));
      pattern.modifier = RoleNamed(entry.Text("modifier"));
      pattern.modifier_must_act = entry.Text("modifier") == "actor";
      for (const std::string_view role : {"agent", "theme", "recipient"}) {
        for (const std::string_view preposition : entry.List(role)) {
          pattern.prepositions.emplace_back(preposition, RoleNamed(role));
        }
      }
      const auto index = static_cast<uint32_t>(cues_.nominals_.size());
      for (const auto& [noun, verb] : entry.Map("verbs")) {
        Word(noun).nominal = index;
        Word(noun).nominal_verb = verb;
      }
      for (const std::string_view noun : entry.List("nouns")) {
        Word(noun).nominal = index;
        Word(noun).nominal_verb.clear();
      }
      cues_.nominals_.push_back(std::move(pattern));
    }
  }

  Status ReadParticles() {
    for (const LexiconEntry& entry : lexicon_.Entries("particle")) {
      for (const std::string_view word : entry.List("words")) Form(word).particle = true;
      for (const std::string_view verb : entry.List("verbs")) {
        if (verb.find('_') == std::string_view::npos) {
          return ErrorAt(entry, verb, "has no particle; write it as in cut_off");
        }
        Word(verb).fixed_particle = true;
      }
    }
    return {};
  }

  Status ReadVerbClasses() {
    for (const LexiconEntry& entry : lexicon_.Entries("verb_class")) {
      bool WordCue::*flag = VerbFlagNamed(entry.Text("name"));
      if (flag == nullptr) {
        return ErrorAt(entry, entry.Text("name"), "is no class of verbs; see lexicon/schema/cues.toml");
      }
      for (const std::string_view verb : entry.List("verbs")) Word(verb).*flag = true;
    }
    return {};
  }

  void ReadVerbsAndNouns() {
    for (const LexiconEntry& entry : lexicon_.Entries("participle")) {
      for (const auto& [adjective, verb] : entry.Map("verbs")) Word(adjective).participle_verb = verb;
    }
    for (const LexiconEntry& entry : lexicon_.Entries("idiom")) {
      for (const std::string_view word : entry.List("words")) {
        Word(word).idiom = true;
        Word(word.substr(0, word.find('_'))).starts_idiom = true;
      }
    }
    for (const LexiconEntry& entry : lexicon_.Entries("quantity")) {
      for (const std::string_view noun : entry.List("nouns")) Word(noun).quantity = true;
    }
    for (const LexiconEntry& entry : lexicon_.Entries("natural_force")) {
      for (const std::string_view noun : entry.List("nouns")) Word(noun).natural_force = true;
    }
  }

  const Lexicon& lexicon_;
  Cues cues_;
};

Result<Cues> Cues::Make(const Lexicon& lexicon) { return Builder(lexicon).Build(); }

}  // namespace diurna
