// Words of the lexicon and of grammar have bits in the same mask, so that an atom's word is looked up once for all of
// them.

#include "numbers/cue_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "numerals/atoms.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr std::array<std::pair<std::string_view, NumberCue>, 24> kCuesByName = {{
    {"filler", NumberCue::kFiller},
    {"takes_about", NumberCue::kTakesAbout},
    {"additional_before", NumberCue::kAdditionalBefore},
    {"additional_after", NumberCue::kAdditionalAfter},
    {"name_before", NumberCue::kNameBefore},
    {"name_before_any_case", NumberCue::kNameBeforeAnyCase},
    {"street", NumberCue::kStreet},
    {"phone", NumberCue::kPhone},
    {"score", NumberCue::kScore},
    {"score_noun", NumberCue::kScoreNoun},
    {"age_before", NumberCue::kAgeBefore},
    {"level_verb", NumberCue::kLevelVerb},
    {"bring_verb", NumberCue::kBringVerb},
    {"measure_noun", NumberCue::kMeasureNoun},
    {"dead", NumberCue::kDead},
    {"rate_noun", NumberCue::kRateNoun},
    {"year_before", NumberCue::kYearBefore},
    {"local_state", NumberCue::kLocalState},
    {"age_group", NumberCue::kAgeGroup},
    {"age_verb", NumberCue::kAgeVerb},
    {"range_before", NumberCue::kRangeBefore},
    {"offset", NumberCue::kOffset},
    {"position_after", NumberCue::kPositionAfter},
    {"plural_noun", NumberCue::kPluralNoun},
}};

}  // namespace

CueWords::CueWords(const Lexicon& lexicon, WordIds* ids) {
  const auto mark = [&](std::string_view lower, NumberCue cue) {
    const uint32_t id = ids->Intern(lower);
    if (id >= masks_.size()) masks_.resize(id + 1);
    masks_[id] |= uint64_t{1} << static_cast<uint32_t>(cue);
  };
  for (const LexiconEntry& entry : lexicon.Entries("number_cue")) {
    const std::string_view name = entry.Text("name");
    if (name == "per") {
      for (const std::string_view phrase : entry.List("words")) per_.Add(InternPhrase(phrase, ids), 0);
    }
    const auto* const named =
        std::find_if(kCuesByName.begin(), kCuesByName.end(), [&](const auto& known) { return known.first == name; });
    if (named == kCuesByName.end()) continue;
    for (const std::string_view lower : entry.List("words")) mark(lower, named->second);
  }
  const auto mark_all = [&](const auto& words, NumberCue cue) {
    for (const std::string_view lower : words) mark(lower, cue);
  };
  mark_all(closed_class::kAt, NumberCue::kAt);
  mark_all(closed_class::kBetween, NumberCue::kBetween);
  mark_all(closed_class::kBy, NumberCue::kBy);
  mark_all(closed_class::kFrom, NumberCue::kFrom);
  mark_all(closed_class::kMore, NumberCue::kMore);
  mark_all(closed_class::kNo, NumberCue::kNo);
  mark_all(closed_class::kOr, NumberCue::kOr);
  mark_all(closed_class::kOrdinalEnding, NumberCue::kOrdinalEnding);
  mark_all(closed_class::kPer, NumberCue::kPer);
  mark_all(closed_class::kThan, NumberCue::kThan);
  mark_all(closed_class::kTo, NumberCue::kTo);
}

}  // namespace diurna
