// The questions that need no syntax, asked of short phrases: what the number in them is written with and into.

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/bounds.h"
#include "numbers/money.h"
#include "numbers/names.h"
#include "numbers/number_text.h"
#include "numbers/number_words.h"
#include "numbers/phones.h"
#include "numbers/suffix.h"
#include "numbers/units.h"
#include "support/plain_analysis.h"

namespace diurna {
namespace {

class Questions : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(lexicon_.ok());
    ASSERT_TRUE(words_.ok()) << words_.status().message();
  }

  // Calls `ask` with the text of a phrase and the atom of its first digits.
  template <typename Ask>
  auto Of(std::string_view phrase, Ask ask, std::string_view country = "") const {
    const Analysis analysis = PlainAnalysis(phrase);
    const NumberText text(*words_, analysis, {}, country);
    uint32_t at = 0;
    while (at + 1 < text.size() && !text.IsDigits(at)) ++at;
    return ask(text, at);
  }

  std::string Phone(std::string_view phrase) const {
    return Of(phrase, [](const NumberText& text, uint32_t at) {
      const std::optional<uint32_t> end = EndOfPhone(text, at);
      return end ? std::string(text.Text(at, *end - 1)) : "-";
    });
  }
  std::string NameFrom(std::string_view phrase) const {
    return Of(phrase, [](const NumberText& text, uint32_t at) {
      const std::optional<uint32_t> end = EndOfNameFromDigits(text, *text.NumeralAt(at));
      return end ? std::string(text.Text(at, *end - 1)) : "-";
    });
  }
  std::string Unit(std::string_view phrase) const {
    return Of(phrase, [](const NumberText& text, uint32_t at) {
      const Suffix unit = UnitAt(text, at + 1);
      return unit.Found() ? std::string(text.Text(unit.begin, unit.end - 1)) : "-";
    });
  }
  std::string CurrencyOf(const NumberText& text, const CurrencySense* sense) const {
    if (sense == nullptr) return "-";
    return NamesCurrency(*sense) ? text.words().currencies.currency(sense->currency).code : "any";
  }
  std::string CodeBefore(std::string_view phrase, std::string_view country = "") const {
    return Of(
        phrase,
        [&](const NumberText& text, uint32_t at) {
          const std::optional<CurrencyBefore> found = FindCurrencyBefore(text, at);
          return found ? CurrencyOf(text, found->sense) : "-";
        },
        country);
  }
  std::string CodeBehind(std::string_view phrase, std::string_view country = "") const {
    return Of(
        phrase, [&](const NumberText& text, uint32_t at) { return CurrencyOf(text, CurrencyAt(text, at + 1).sense); },
        country);
  }

  Result<Lexicon> lexicon_ = Lexicon::BuiltIn();
  Result<NumberWords> words_ = NumberWords::Make(*lexicon_);
};

TEST_F(Questions, TelephoneNumbers) {
  EXPECT_EQ(Phone("ring 555-0142 now"), "555-0142");
  EXPECT_EQ(Phone("+44 20 7946 0018"), "44 20 7946 0018");
  EXPECT_EQ(Phone("001-202-555-0142"), "001-202-555-0142");
  EXPECT_EQ(Phone("dial 112"), "112");
  EXPECT_EQ(Phone("dial the police on 112"), "-") << "a short number needs the word right before it";
  EXPECT_EQ(Phone("the hotline is 0800 123 456"), "0800 123 456");
  EXPECT_EQ(Phone("a toll of 0800 123 456"), "-");
  EXPECT_EQ(Phone("call 1,200 people"), "-");
  EXPECT_EQ(Phone("10-15 people"), "-");
}

TEST_F(Questions, NamesThatDigitsBegin) {
  EXPECT_EQ(NameFrom("4G masts"), "4");
  EXPECT_EQ(NameFrom("5km away"), "-");
  EXPECT_EQ(NameFrom("5m people"), "-");
  EXPECT_EQ(NameFrom("P5+1 talks"), "5+1");
  EXPECT_EQ(NameFrom("5+1 talks"), "-");
  EXPECT_EQ(NameFrom("at 16:45 sharp"), "16:45");
  EXPECT_EQ(NameFrom("10/12 wards"), "10/12");
  EXPECT_EQ(NameFrom("block 737-B burned"), "737-B");
  EXPECT_EQ(NameFrom("12-Day tour"), "-");
}

TEST_F(Questions, DigitsWrittenIntoNames) {
  const auto written = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) { return IsWrittenIntoName(text, at); });
  };
  EXPECT_TRUE(written("F-16 jets"));
  EXPECT_TRUE(written("R2 sank"));
  EXPECT_TRUE(written("ward #5"));
  EXPECT_FALSE(written("twenty-5 jets")) << "a number word makes no name";
  EXPECT_FALSE(written("about 16 jets"));
}

TEST_F(Questions, PostcodesBehindAState) {
  const auto postcode = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) { return IsPostcode(text, *text.NumeralAt(at)); });
  };
  EXPECT_TRUE(postcode("Milltown, NY 10001"));
  EXPECT_FALSE(postcode("Milltown, ny 10001"));
  EXPECT_FALSE(postcode("Milltown, NY 1000"));
  EXPECT_FALSE(postcode("Milltown, XY 10001"));
}

TEST_F(Questions, PositionsInDegrees) {
  const auto position = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) { return IsPosition(text, UnitAt(text, at + 1)); });
  };
  EXPECT_TRUE(position("43° N"));
  EXPECT_TRUE(position("12 degrees south of it"));
  EXPECT_TRUE(position("5°30 of arc"));
  EXPECT_FALSE(position("43° n"));
  EXPECT_FALSE(position("43° in the shade"));
  EXPECT_FALSE(position("12 km south of it"));
}

TEST_F(Questions, UnitsTheLongestWins) {
  EXPECT_EQ(Unit("12 square metres of land"), "square metres");
  EXPECT_EQ(Unit("12km/h winds"), "km/h");
  EXPECT_EQ(Unit("3 percentage points up"), "percentage points");
  EXPECT_EQ(Unit("5-year-old bridges"), "year-old");
  EXPECT_EQ(Unit("5kmx wide"), "-");
  EXPECT_EQ(Unit("12 ships"), "-");
  const auto before = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) { return UnitBefore(text, at).value_or("-"); });
  };
  EXPECT_EQ(before("Magnitude 6.3"), "magnitude");
  EXPECT_EQ(before("a magnitude of about 6.3"), "magnitude");
  EXPECT_EQ(before("magnitude or 6.3"), "-");
}

TEST_F(Questions, CurrenciesByCountryAndByThemselves) {
  EXPECT_EQ(CodeBefore("$5"), "USD");
  EXPECT_EQ(CodeBefore("$5", "CA"), "CAD");
  EXPECT_EQ(CodeBefore("NZ $5", "CA"), "CAD") << "a blank parts them";
  EXPECT_EQ(CodeBefore("NZ$5", "CA"), "NZD");
  EXPECT_EQ(CodeBefore("Rs. 500", "PK"), "PKR");
  EXPECT_EQ(CodeBefore("USD 500", "PK"), "USD");
  EXPECT_EQ(CodeBefore("about 500"), "-");
  EXPECT_EQ(CodeBehind("5€ each", "US"), "EUR");
  EXPECT_EQ(CodeBehind("5 USD each", "CA"), "USD");
  EXPECT_EQ(CodeBehind("5 ships"), "-");
}

TEST_F(Questions, SharesAreToldFromTimes) {
  const auto value = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) { return text.NumeralAt(at)->value; });
  };
  EXPECT_EQ(value("3 in 10 ships"), 30);
  EXPECT_EQ(value("3 in 10 days"), 3);
}

TEST_F(Questions, WhatTimesHaveIsMarked) {
  const std::string phrase = "12 ships on 12 May";
  const Analysis analysis = PlainAnalysis(phrase);
  const std::vector<Span> times = {{12, 18}};
  const NumberText text(*words_, analysis, times, "");
  EXPECT_FALSE(text.IsInTime(0));
  EXPECT_FALSE(text.IsInTime(2));
  EXPECT_TRUE(text.IsInTime(3));
  EXPECT_TRUE(text.IsInTime(4));
}

TEST_F(Questions, BoundsBeforeAndBehind) {
  const auto bound = [&](std::string_view phrase) {
    return Of(phrase, [](const NumberText& text, uint32_t at) {
      NumberDraft draft;
      draft.numeral = *text.NumeralAt(at);
      draft.begin = at;
      draft.span_end = draft.numeral.end;
      NumberMention mention;
      mention.span = mention.bound_span = text.atom(at).span;
      ReadBounds(text, draft, 0, &mention);
      return std::string(mention.bound_span.In(text.text())) + " = " + std::string(Name(mention.bound)) +
             (mention.additional ? " more" : "");
    });
  };
  EXPECT_EQ(bound("now more than 300 ships"), "more than 300 = more_than");
  EXPECT_EQ(bound("at least about 300 ships"), "at least about 300 = at_least");
  EXPECT_EQ(bound("in all 300 or so"), "300 or so = about");
  EXPECT_EQ(bound("another 300 ships"), "another 300 = exactly more");
  EXPECT_EQ(bound("300 more ships"), "300 = exactly more");
  EXPECT_EQ(bound("300 more than before"), "300 = exactly");
  EXPECT_EQ(bound("over\n300 ships"), "300 = exactly");
}

}  // namespace
}  // namespace diurna
