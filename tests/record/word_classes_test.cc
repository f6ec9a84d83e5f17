#include "record/word_classes.h"

#include <gtest/gtest.h>

namespace diurna {
namespace {

const Lexicon& BuiltIn() {
  static const Result<Lexicon>* const lexicon = new Result<Lexicon>(Lexicon::BuiltIn());
  return **lexicon;
}

// Classes that list terms of a vocabulary are held to it by no schema.
template <Vocabulary E>
void HoldsOnlyTerms(std::string_view name) {
  const WordClasses classes(BuiltIn());
  EXPECT_FALSE(classes[name].empty()) << name;
  for (const std::string_view word : classes[name]) EXPECT_TRUE(Parse<E>(word)) << name << ": " << word;
}

TEST(WordClasses, ClassesOfTermsHoldNothingElse) {
  HoldsOnlyTerms<SpeechAct>("stance_act");
  HoldsOnlyTerms<MeasureStatus>("status_of_others");
  HoldsOnlyTerms<MeasureType>("measure_on_goods");
  HoldsOnlyTerms<MeasureType>("asked_of_public");
  HoldsOnlyTerms<MeasureType>("lasting_measure");
  HoldsOnlyTerms<Sector>("deciding_sector");
  HoldsOnlyTerms<Sector>("no_authority");
}

TEST(WordClasses, TermsOfAClassAreASet) {
  const TermSet<SpeechAct> stances = TermsOfClass<SpeechAct>(BuiltIn(), "stance_act");
  EXPECT_TRUE(stances.Has(SpeechAct::kPledge));
  EXPECT_FALSE(stances.Has(SpeechAct::kSay));
  EXPECT_TRUE(TermsOfClass<SpeechAct>(BuiltIn(), "no_such_class").empty());
}

TEST(WordClasses, NoWordsOfAClassThatThereIsNot) { EXPECT_TRUE(WordClasses(BuiltIn())["no_such_class"].empty()); }

}  // namespace
}  // namespace diurna
