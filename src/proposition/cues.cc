// The sections of lexicon/cues.toml turned inside out: from entries that list words to words that list entries. What a
// vocabulary allows was checked by the lexicon's compiler; names that cross sections are checked here.

#include "proposition/cues.h"

#include <algorithm>

namespace diurna {

namespace {

Modality ModalityOf(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Modality::kDenied); ++i) {
    if (Name(static_cast<Modality>(i)) == name) return static_cast<Modality>(i);
  }
  return Modality::kHappened;
}

Role RoleNamed(std::string_view name) {
  if (name == "agent" || name == "actor") return Role::kAgent;
  if (name == "theme") return Role::kTheme;
  if (name == "recipient") return Role::kRecipient;
  return Role::kNone;
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

void AddPhrases(const LexiconEntry& entry, std::string_view key, Modality modality, std::vector<Phrase>* out) {
  for (const std::string_view phrase : entry.List(key)) out->push_back({Split(phrase), modality});
}

void LongestFirst(std::vector<Phrase>* phrases) {
  std::stable_sort(phrases->begin(), phrases->end(),
                   [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
}

}  // namespace

Result<Cues> Cues::Make(const Lexicon& lexicon) {
  Cues cues;
  const auto number = [](const auto& list) { return static_cast<uint16_t>(list.size()); };

  for (const LexiconEntry& entry : lexicon.Entries("speech")) {
    SpeechCue cue;
    cue.act = entry.Text("act");
    const std::string_view need = entry.Text("content", "told");
    cue.need = need == "clause"       ? ContentNeed::kClause
               : need == "infinitive" ? ContentNeed::kInfinitive
               : need == "thing"      ? ContentNeed::kThing
               : need == "any"        ? ContentNeed::kAny
               : need == "named"      ? ContentNeed::kNamed
                                      : ContentNeed::kTold;
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
    for (const std::string_view verb : entry.List("verbs")) {
      cues.words_[std::string(verb)].speech.push_back(number(cues.speech_));
    }
    cues.speech_.push_back(std::move(cue));
  }
  for (const LexiconEntry& entry : lexicon.Entries("speech_noun")) {
    for (const std::string_view noun : entry.List("nouns")) {
      cues.words_[std::string(noun)].speech_noun = entry.Text("act");
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("attribution")) {
    AddPhrases(entry, "phrases", Modality::kHappened, &cues.attributions_);
    for (const std::string_view noun : entry.List("except")) cues.attribution_except_.emplace(noun);
  }
  LongestFirst(&cues.attributions_);
  for (const LexiconEntry& entry : lexicon.Entries("speaker")) {
    const bool speaks = entry.Flag("speaks", true);
    for (const std::string_view noun : entry.List("nouns")) {
      WordCue& word = cues.words_[std::string(noun)];
      (speaks ? word.speaker : word.never_speaker) = true;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("carry_on")) {
    AddPhrases(entry, "phrases", Modality::kHappened, &cues.carry_on_);
  }
  LongestFirst(&cues.carry_on_);

  for (const LexiconEntry& entry : lexicon.Entries("modal")) {
    for (const std::string_view word : entry.List("words")) {
      FormCue& form = cues.forms_[std::string(word)];
      form.modal = true;
      form.modal_modality = ModalityOf(entry.Text("modality"));
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("governor")) {
    Governor governor;
    governor.modality = ModalityOf(entry.Text("modality"));
    for (const std::string_view over : entry.List("over")) {
      if (over == "infinitive") {
        governor.infinitive = true;
      } else if (over == "gerund") {
        governor.gerund = true;
      } else if (over == "clause") {
        governor.clause = true;
      } else if (over == "theme") {
        governor.theme = true;
      } else if (over == "agent") {
        governor.agent = true;
      } else {
        governor.prepositions.emplace_back(over);
      }
    }
    const bool subject_control = entry.Text("control") == "subject";
    for (const std::string_view lemma : entry.List("words")) {
      WordCue& word = cues.words_[std::string(lemma)];
      word.governors.push_back(number(cues.governors_));
      if (subject_control) word.subject_control = true;
    }
    cues.governors_.push_back(std::move(governor));
  }
  for (const LexiconEntry& entry : lexicon.Entries("modifier")) {
    for (const std::string_view word : entry.List("words")) {
      FormCue& form = cues.forms_[std::string(word)];
      form.modifier = true;
      form.modifier_modality = ModalityOf(entry.Text("modality"));
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("context")) {
    const Modality modality = ModalityOf(entry.Text("modality"));
    for (const std::string_view phrase : entry.List("words")) {
      if (phrase.find(' ') != std::string_view::npos) {
        cues.contexts_.push_back({Split(phrase), modality});
        continue;
      }
      FormCue& form = cues.forms_[std::string(phrase)];
      form.context = true;
      form.context_modality = modality;
    }
  }
  LongestFirst(&cues.contexts_);
  for (const LexiconEntry& entry : lexicon.Entries("negator")) {
    for (const std::string_view word : entry.List("words")) cues.forms_[std::string(word)].negator = true;
  }
  for (const LexiconEntry& entry : lexicon.Entries("light_verb")) {
    LightCue light;
    light.noun = entry.Text("noun");
    light.subject = RoleNamed(entry.Text("subject"));
    light.theme = RoleNamed(entry.Text("theme"));
    for (const std::string_view verb : entry.List("verbs")) {
      cues.words_[std::string(verb)].light.push_back(number(cues.light_));
    }
    cues.light_.push_back(std::move(light));
  }
  for (const LexiconEntry& entry : lexicon.Entries("nominal")) {
    NominalPattern pattern;
    pattern.possessor = RoleNamed(entry.Text("possessor"));
    pattern.modifier = RoleNamed(entry.Text("modifier"));
    pattern.modifier_must_act = entry.Text("modifier") == "actor";
    for (const std::string_view role : {"agent", "theme", "recipient"}) {
      for (const std::string_view preposition : entry.List(role)) {
        pattern.prepositions.emplace_back(preposition, RoleNamed(role));
      }
    }
    const auto index = static_cast<int16_t>(cues.nominals_.size());
    for (const auto& [noun, verb] : entry.Map("verbs")) {
      WordCue& word = cues.words_[std::string(noun)];
      word.nominal = index;
      word.nominal_verb = verb;
    }
    for (const std::string_view noun : entry.List("nouns")) {
      WordCue& word = cues.words_[std::string(noun)];
      word.nominal = index;
      word.nominal_verb.clear();
    }
    cues.nominals_.push_back(std::move(pattern));
  }
  for (const LexiconEntry& entry : lexicon.Entries("participle")) {
    for (const auto& [adjective, verb] : entry.Map("verbs")) {
      cues.words_[std::string(adjective)].participle_verb = verb;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("particle")) {
    for (const std::string_view word : entry.List("words")) cues.forms_[std::string(word)].particle = true;
    for (const std::string_view verb : entry.List("verbs")) {
      if (verb.find('_') == std::string_view::npos) {
        return Status::BadInput(std::string(entry.file()) + ":" + std::to_string(entry.line()) + ": '" +
                                std::string(verb) + "' has no particle; write it as in cut_off");
      }
      cues.words_[std::string(verb)].fixed_particle = true;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("verb_class")) {
    const std::string_view name = entry.Text("name");
    bool WordCue::*flag = name == "transitive"     ? &WordCue::transitive
                          : name == "ergative"     ? &WordCue::ergative
                          : name == "ditransitive" ? &WordCue::ditransitive
                          : name == "copula"       ? &WordCue::copula
                          : name == "causative"    ? &WordCue::causative
                          : name == "naming"       ? &WordCue::naming
                                                   : nullptr;
    if (flag == nullptr) {
      return Status::BadInput(std::string(entry.file()) + ":" + std::to_string(entry.line()) + ": '" +
                              std::string(name) + "' is no class of verbs; see lexicon/schema/cues.toml");
    }
    for (const std::string_view verb : entry.List("verbs")) cues.words_[std::string(verb)].*flag = true;
  }
  for (const LexiconEntry& entry : lexicon.Entries("lemma")) {
    for (const auto& [form, lemma] : entry.Map("forms")) cues.forms_[std::string(form)].lemma = lemma;
  }
  for (const LexiconEntry& entry : lexicon.Entries("idiom")) {
    for (const std::string_view word : entry.List("words")) {
      cues.words_[std::string(word)].idiom = true;
      cues.words_[std::string(word.substr(0, word.find('_')))].starts_idiom = true;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("quantity")) {
    for (const std::string_view noun : entry.List("nouns")) cues.words_[std::string(noun)].quantity = true;
  }
  for (const LexiconEntry& entry : lexicon.Entries("natural_force")) {
    for (const std::string_view noun : entry.List("nouns")) cues.words_[std::string(noun)].natural_force = true;
  }
  return cues;
}

}  // namespace diurna
