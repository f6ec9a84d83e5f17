// Units, percent signs and ages share one table of phrases, so that the longest of all wins: "percentage points" over
// "percentage", "years old" over "years".

#include "numbers/unit_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "numerals/atoms.h"

namespace diurna {

namespace {

UnitKind UnitKindNamed(std::string_view name) {
  if (name == "temperature") return UnitKind::kTemperature;
  if (name == "time") return UnitKind::kTime;
  if (name == "times") return UnitKind::kTimes;
  return UnitKind::kOther;
}

constexpr std::array<std::pair<std::string_view, SuffixKind>, 3> kSuffixCues = {{
    {"percent", SuffixKind::kPercent},
    {"percent_point", SuffixKind::kPercentPoint},
    {"age_after", SuffixKind::kAge},
}};

}  // namespace

UnitWords::UnitWords(const Lexicon& lexicon, WordIds* ids) {
  for (const LexiconEntry& entry : lexicon.Entries("unit")) {
    const uint32_t index = static_cast<uint32_t>(units_.size());
    Unit& unit = units_.emplace_back();
    unit.kind = UnitKindNamed(entry.Text("kind"));
    for (const std::string_view country : entry.List("countries")) unit.countries.emplace_back(country);
    for (const std::string_view phrase : entry.List("words")) Add(phrase, {SuffixKind::kUnit, index}, ids);
    for (const std::string_view sign : entry.List("signs")) signs_.emplace(std::string(sign), index);
    for (const std::string_view phrase : entry.List("before")) before_.Add(InternPhrase(phrase, ids), index);
  }
  for (const LexiconEntry& entry : lexicon.Entries("number_cue")) {
    for (const auto& [name, kind] : kSuffixCues) {
      if (name != entry.Text("name")) continue;
      for (const std::string_view phrase : entry.List("words")) Add(phrase, {kind, 0}, ids);
    }
  }
}

void UnitWords::Add(std::string_view phrase, SuffixPhrase suffix, WordIds* ids) {
  behind_.Add(InternPhrase(phrase, ids), static_cast<uint32_t>(phrases_.size()));
  phrases_.push_back(suffix);
}

OptionalIndex UnitWords::UnitOfSign(std::string_view sign) const {
  const auto found = signs_.find(sign);
  return found == signs_.end() ? std::nullopt : OptionalIndex(found->second);
}

bool UnitWords::BeginsUnit(uint32_t word) const {
  const std::vector<PhraseTable::Phrase>* found = behind_.With(word);
  if (found == nullptr) return false;
  return std::any_of(found->begin(), found->end(), [&](const PhraseTable::Phrase& phrase) {
    return phrases_[phrase.payload].kind == SuffixKind::kUnit;
  });
}

UnitKind UnitWords::KindOfNoun(uint32_t word) const {
  const std::vector<PhraseTable::Phrase>* found = behind_.With(word);
  if (found == nullptr || found->back().words.size() > 1) return UnitKind::kOther;
  const SuffixPhrase& phrase = phrases_[found->back().payload];
  return phrase.kind == SuffixKind::kUnit ? units_[phrase.unit].kind : UnitKind::kOther;
}

}  // namespace diurna
