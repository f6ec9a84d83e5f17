#include "numerals/atoms.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "numerals/word_ids.h"
#include "support/plain_analysis.h"

namespace diurna {
namespace {

// The atoms of a text as a row: words as they stand, digits in brackets, signs in quotes, '+' where one is glued to the
// one before, '/' where a line ends before it.
std::string Cut(std::string_view text) {
  const Analysis analysis = PlainAnalysis(text);
  std::vector<Atom> atoms;
  CutAtoms(analysis, WordIds(), &atoms);
  std::string out;
  for (const Atom& atom : atoms) {
    if (!out.empty()) out += ' ';
    if (atom.newline) out += '/';
    if (atom.glued) out += '+';
    const std::string piece(atom.span.In(text));
    switch (atom.type) {
      case Atom::Type::kWord:
        out += piece;
        break;
      case Atom::Type::kDigits:
        out += '[' + piece + ']';
        break;
      case Atom::Type::kSign:
        out += '\'' + piece + '\'';
        break;
    }
  }
  return out;
}

TEST(Atoms, DigitsWordsAndSignsArePartedWhateverTheTokens) {
  EXPECT_EQ(Cut("US$3bn"), "US$ +[3] +bn");
  EXPECT_EQ(Cut("10–15 people"), "[10] +'–' +[15] people");
  EXPECT_EQ(Cut("180-day"), "[180] +'-' +day");
  EXPECT_EQ(Cut("5€ (7%)"), "[5] +'€' '(' +[7] +'%' +')'");
  EXPECT_EQ(Cut("F-16s"), "F +'-' +[16] +s");
}

TEST(Atoms, SeparatorsStayWithTheirDigits) {
  EXPECT_EQ(Cut("1,200.50"), "[1,200.50]");
  EXPECT_EQ(Cut("1'200 1’200"), "[1'200] [1’200]");
  EXPECT_EQ(Cut("12\u00A0500 and 1\u202F000"), "[12\u00A0500] and [1\u202F000]");
  EXPECT_EQ(Cut(".5 x.5"), "[.5] x +'.' +[5]");
  EXPECT_EQ(Cut("5, 6."), "[5] +',' [6] +'.'");
}

TEST(Atoms, WordsKeepApostrophesAndInnerDots) {
  EXPECT_EQ(Cut("five o’clock, a.m."), "five o’clock +',' a.m +'.'");
  EXPECT_EQ(Cut("paʻanga café"), "paʻanga café");
  EXPECT_EQ(Cut("NZ$40m."), "NZ$ +[40] +m +'.'");
}

TEST(Atoms, ALineThatEndsIsMarkedOnce) {
  EXPECT_EQ(Cut("Dead: 12\n30 hurt\n\nTotal 42"), "Dead +':' [12] /[30] hurt /Total [42]");
}

TEST(Atoms, EachKnowsItsTokenAndPlace) {
  const std::string text = "a €30-million loan";
  const Analysis analysis = PlainAnalysis(text);
  std::vector<Atom> atoms = {Atom{}};
  CutAtoms(analysis, WordIds(), &atoms);
  ASSERT_EQ(atoms.size(), 6u);
  EXPECT_EQ(atoms[2].token, 1u);
  EXPECT_EQ(atoms[2].span.In(text), "30");
  EXPECT_EQ(atoms[4].token, 1u);
  EXPECT_EQ(atoms[5].token, 2u);
}

TEST(Atoms, WordsAndSignsAreLookedUpInTheTablesOfTheCaller) {
  WordIds ids;
  const uint32_t million = ids.Intern("million"), dash = ids.Intern("-"), percent = ids.Intern("%");
  const uint32_t mr = ids.Intern("mln");
  const Analysis analysis = PlainAnalysis("Million–5% mln. other");
  std::vector<Atom> atoms;
  CutAtoms(analysis, ids, &atoms);
  ASSERT_EQ(atoms.size(), 7u);
  EXPECT_EQ(atoms[0].word, million);
  EXPECT_EQ(atoms[1].word, dash);
  EXPECT_EQ(atoms[1].sign, U'-');
  EXPECT_EQ(atoms[2].word, 0u);
  EXPECT_EQ(atoms[3].word, percent);
  EXPECT_EQ(atoms[4].word, mr) << "a dot that the tokenizer left on a word is no part of it";
  EXPECT_EQ(atoms[6].word, 0u);
}

TEST(InternPhrase, CutsAPhraseAsATextIsCut) {
  WordIds ids;
  const std::vector<uint32_t> phrase = InternPhrase("kilowatt-hour per u.s. ton", &ids);
  const std::vector<uint32_t> expected = {ids.Id("kilowatt"), ids.Id("-"),    ids.Id("hour"),
                                          ids.Id("per"),      ids.Id("u.s."), ids.Id("ton")};
  EXPECT_EQ(phrase, expected);
  EXPECT_EQ(InternPhrase("per ton", &ids), (std::vector<uint32_t>{ids.Id("per"), ids.Id("ton")}));
}

TEST(WordIds, ZeroIsNoWord) {
  WordIds ids;
  EXPECT_EQ(ids.Id("ton"), 0u);
  const uint32_t ton = ids.Intern("ton");
  EXPECT_NE(ton, 0u);
  EXPECT_EQ(ids.Intern("ton"), ton);
  EXPECT_NE(ids.Intern("tonne"), ton);
}

}  // namespace
}  // namespace diurna
