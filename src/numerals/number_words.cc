// Every word that some table knows gets a number, so that a text's words are looked up once each and all further
// matching compares numbers. Phrases are cut the way the text is (number_atoms.h): at blanks, hyphens and between
// letters and signs.

#include "numerals/number_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "numerals/atoms.h"

namespace diurna {

namespace {

constexpr std::array<std::string_view, static_cast<size_t>(NumberCue::kCount)> kCueNames = {"several",
                                                                                            "filler",
                                                                                            "takes_about",
                                                                                            "additional_before",
                                                                                            "additional_after",
                                                                                            "name_before",
                                                                                            "name_before_any_case",
                                                                                            "street",
                                                                                            "phone",
                                                                                            "score",
                                                                                            "score_noun",
                                                                                            "age_before",
                                                                                            "level_verb",
                                                                                            "bring_verb",
                                                                                            "measure_noun",
                                                                                            "dead",
                                                                                            "rate_noun",
                                                                                            "year_before",
                                                                                            "local_state",
                                                                                            "share_after",
                                                                                            "age_group",
                                                                                            "age_verb",
                                                                                            "range_before",
                                                                                            "offset"};

Bound BoundOf(std::string_view name) {
  for (uint8_t b = 0; b <= static_cast<uint8_t>(Bound::kMillions); ++b) {
    if (Name(static_cast<Bound>(b)) == name) return static_cast<Bound>(b);
  }
  return Bound::kAbout;
}

UnitWords::Kind UnitKindOf(std::string_view name) {
  using Kind = UnitWords::Kind;
  static const std::map<std::string_view, Kind> kinds = {
      {"length", Kind::kLength}, {"area", Kind::kArea},   {"volume", Kind::kVolume},
      {"mass", Kind::kMass},     {"speed", Kind::kSpeed}, {"temperature", Kind::kTemperature},
      {"time", Kind::kTime},     {"angle", Kind::kAngle}, {"magnitude", Kind::kMagnitude},
      {"level", Kind::kLevel},   {"times", Kind::kTimes}};
  const auto found = kinds.find(name);
  return found == kinds.end() ? Kind::kOther : found->second;
}

}  // namespace

void PhraseTable::Add(std::vector<uint32_t> words, uint32_t payload, bool backward) {
  if (words.empty()) return;
  if (backward) std::reverse(words.begin(), words.end());
  std::vector<Phrase>& phrases = by_key_[words.front()];
  const auto longer = [&](const Phrase& phrase) { return phrase.words.size() >= words.size(); };
  const auto at = std::partition_point(phrases.begin(), phrases.end(), longer);
  phrases.insert(at, Phrase{std::move(words), payload});
}

uint32_t NumberWords::Intern(std::string_view lower) {
  const auto found = ids_.find(lower);
  if (found != ids_.end()) return found->second;
  const uint32_t id = static_cast<uint32_t>(words_.size());
  ids_.emplace(std::string(lower), id);
  words_.emplace_back();
  return id;
}

std::vector<uint32_t> NumberWords::InternPhrase(std::string_view phrase) {
  std::vector<uint32_t> out;
  for (const std::string_view part : CutPhrase(phrase)) out.push_back(Intern(part));
  return out;
}

int32_t NumberWords::UnitSign(std::string_view sign) const {
  const auto found = unit_signs_.find(sign);
  return found == unit_signs_.end() ? -1 : static_cast<int32_t>(found->second);
}

const std::vector<CurrencyReading>* NumberWords::CurrencySign(std::string_view sign) const {
  const auto found = currency_signs_.find(sign);
  return found == currency_signs_.end() ? nullptr : &found->second;
}

Result<NumberWords> NumberWords::Make(const Lexicon& lexicon) {
  NumberWords out;
  out.a = out.Intern("a");
  out.an = out.Intern("an");
  out.one = out.Intern("one");
  out.and_ = out.Intern("and");
  out.or_ = out.Intern("or");
  out.to = out.Intern("to");
  out.of = out.Intern("of");
  out.half = out.Intern("half");
  out.in = out.Intern("in");
  out.out_of = out.Intern("out");
  out.between = out.Intern("between");
  out.from = out.Intern("from");
  out.by = out.Intern("by");
  out.the = out.Intern("the");
  out.minus = out.Intern("minus");
  out.every = out.Intern("every");
  out.for_ = out.Intern("for");
  out.point = out.Intern("point");
  out.each = out.Intern("each");
  out.no = out.Intern("no");

  std::string problems;
  const auto wrong = [&problems](const LexiconEntry& entry, std::string_view message) {
    {
      if (!problems.empty()) problems += '\n';
      problems += entry.Problem(message);
    }
  };
  const std::vector<LexiconEntry> numbers = lexicon.Entries("number_word");
  if (numbers.empty()) return Status::BadInput("the lexicon has no entries number_word: numbers cannot be read");
  for (const LexiconEntry& entry : numbers) {
    const std::string_view kind = entry.Text("kind");
    const double value = entry.Number("value");
    if (kind == "fraction" && (value <= 0 || value >= 100))
      wrong(entry, "value: a fraction is in percent, over 0 and under 100");
    if (kind == "multiplier" && value < 100) wrong(entry, "value: a multiplier is 100 or more");
    if (value < 0) wrong(entry, "value: a number word is not negative");
    for (const std::string_view spelling : entry.List("words")) {
      NumberWord& word = out.words_[out.Intern(spelling)];
      if (kind == "ordinal") {
        word.ordinal = value;
      } else if (kind == "fraction") {
        if (spelling == "half" || spelling == "quarter") {
          word.kind = NumberWordKind::kFraction;
          word.value = value;
        } else {
          word.ordinal_part = value;
        }
      } else {
        word.kind = kind == "unit"         ? NumberWordKind::kUnit
                    : kind == "teen"       ? NumberWordKind::kTeen
                    : kind == "ten"        ? NumberWordKind::kTen
                    : kind == "multiplier" ? NumberWordKind::kMultiplier
                                           : NumberWordKind::kGroup;
        word.value = value;
      }
    }
    if (kind == "fraction") {
      for (const std::string_view spelling : entry.List("plural")) {
        NumberWord& word = out.words_[out.Intern(spelling)];
        word.kind = NumberWordKind::kFraction;
        word.value = value;
        word.plural = true;
      }
    }
    for (const std::string_view spelling : entry.List("attached")) {
      out.words_[out.Intern(spelling)].attached = value;
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("vague_count")) {
    if (entry.Number("value") <= 0) wrong(entry, "value: a count is over 0");
    for (const std::string_view spelling : entry.List("words")) {
      NumberWord& word = out.words_[out.Intern(spelling)];
      word.kind = NumberWordKind::kVague;
      word.value = entry.Number("value");
      word.bound = BoundOf(entry.Text("bound"));
      word.only_before_of = entry.Flag("only_before_of");
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("number_bound")) {
    const Bound bound = BoundOf(entry.Text("bound"));
    const std::vector<std::string_view> prepositions = entry.List("prepositions");
    const std::vector<std::string_view> phrases = entry.List("before");
    for (const std::string_view preposition : prepositions) {
      if (std::find(phrases.begin(), phrases.end(), preposition) == phrases.end()) {
        wrong(entry, fmt::format("prepositions: \"{}\" does not stand in before", preposition));
      }
    }
    for (const std::string_view phrase : entry.List("before")) {
      const bool preposition = std::find(prepositions.begin(), prepositions.end(), phrase) != prepositions.end();
      out.bounds_before_.Add(out.InternPhrase(phrase), static_cast<uint32_t>(out.bounds_.size()), true);
      out.bounds_.push_back({bound, preposition});
    }
    for (const std::string_view phrase : entry.List("after")) {
      const uint32_t payload =
          static_cast<uint32_t>(SuffixKind::kBoundAfter) | (static_cast<uint32_t>(out.bounds_.size()) << 8);
      out.suffixes_.Add(out.InternPhrase(phrase), payload, false);
      out.bounds_.push_back({bound, false});
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("unit")) {
    const uint32_t index = static_cast<uint32_t>(out.units_.size());
    out.units_.push_back({UnitKindOf(entry.Text("kind")), {}});
    for (const std::string_view country : entry.List("countries")) out.units_.back().countries.emplace_back(country);
    const uint32_t payload = static_cast<uint32_t>(SuffixKind::kUnit) | (index << 8);
    for (const std::string_view phrase : entry.List("words")) {
      out.suffixes_.Add(out.InternPhrase(phrase), payload, false);
    }
    for (const std::string_view sign : entry.List("signs")) out.unit_signs_.emplace(std::string(sign), index);
    for (const std::string_view phrase : entry.List("before")) {
      out.unit_before_.Add(out.InternPhrase(phrase), index, true);
    }
  }
  for (const LexiconEntry& entry : lexicon.Entries("number_cue")) {
    const std::string_view name = entry.Text("name");
    const auto cue = std::find(kCueNames.begin(), kCueNames.end(), name);
    for (const std::string_view phrase : entry.List("words")) {
      if (name == "percent" || name == "percent_point" || name == "age_after") {
        const SuffixKind kind = name == "percent"         ? SuffixKind::kPercent
                                : name == "percent_point" ? SuffixKind::kPercentPoint
                                                          : SuffixKind::kAge;
        out.suffixes_.Add(out.InternPhrase(phrase), static_cast<uint32_t>(kind), false);
      } else if (name == "per") {
        out.per_.Add(out.InternPhrase(phrase), 0, false);
      } else if (cue != kCueNames.end()) {
        out.words_[out.Intern(phrase)].cues |= 1u << static_cast<uint32_t>(cue - kCueNames.begin());
      }
    }
  }

  std::map<std::string, std::vector<CurrencyReading>, std::less<>> nouns;
  for (const LexiconEntry& entry : lexicon.Entries("currency")) {
    const uint32_t index = static_cast<uint32_t>(out.currencies_.size());
    Currency currency;
    currency.code = entry.Text("name");
    const auto capitals = [](std::string_view text) {
      return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    };
    if (currency.code.size() != 3 || !capitals(currency.code)) {
      wrong(entry, fmt::format("name: \"{}\" is no ISO 4217 code: three capitals", currency.code));
    }
    for (const std::string_view country : entry.List("countries")) {
      if (country.size() == 2 && capitals(country)) continue;
      wrong(entry, fmt::format("countries: \"{}\" is no ISO 3166-1 alpha-2 code: two capitals", country));
    }
    std::vector<std::string_view> named = entry.List("nouns");
    for (const char* key : {"signs", "parts"}) {
      const std::vector<std::string_view> more = entry.List(key);
      named.insert(named.end(), more.begin(), more.end());
    }
    for (const std::string_view word : entry.List("default")) {
      if (std::find(named.begin(), named.end(), word) != named.end()) continue;
      wrong(entry, fmt::format("default: \"{}\" stands in none of nouns, signs and parts", word));
    }
    for (const std::string_view country : entry.List("countries")) currency.countries.emplace_back(country);
    for (const std::string_view adjective : entry.List("adjectives")) {
      currency.adjectives.push_back(out.InternPhrase(adjective));
    }
    out.currencies_.push_back(std::move(currency));
    const std::vector<std::string_view> defaults = entry.List("default");
    const auto is_default = [&](std::string_view word) {
      return std::find(defaults.begin(), defaults.end(), word) != defaults.end();
    };
    for (const std::string_view noun : entry.List("nouns")) {
      nouns[std::string(noun)].push_back({index, is_default(noun), false, false});
    }
    for (const std::string_view noun : entry.List("parts")) {
      nouns[std::string(noun)].push_back({index, is_default(noun), true, false});
    }
    for (const std::string_view sign : entry.List("signs")) {
      out.currency_signs_[std::string(sign)].push_back({index, is_default(sign), sign == "p", false});
    }
  }
  if (!problems.empty()) return Status::BadInput(std::move(problems));
  for (auto& [sign, readings] : out.currency_signs_) {
    if (readings.size() == 1) readings.front().own = !readings.front().is_default || sign.size() > 1;
  }
  for (auto& [noun, readings] : nouns) {
    if (readings.size() == 1) readings.front().own = true;
    out.currency_nouns_.Add(out.InternPhrase(noun), static_cast<uint32_t>(out.noun_readings_.size()), false);
    out.noun_readings_.push_back(std::move(readings));
  }
  return out;
}

}  // namespace diurna
