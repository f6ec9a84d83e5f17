#include "text/dateline.h"

#include <gtest/gtest.h>

#include <string>

#include "support/built_in_parser.h"

namespace diurna {
namespace {

struct Case {
  const char* dateline;  // as it stands before the sentence
  const char* place;
  const char* agency;
  const char* date;  // words
};

TEST(Dateline, Shapes) {
  const std::string sentence = "The ministry said on Tuesday that the ferries would stay in port.";
  const Case cases[] = {
      {"MARSA ALBA, March 6 - ", "MARSA ALBA", "", "March 6"},
      {"KABUL (Reuters) - ", "KABUL", "Reuters", ""},
      {"(Reuters) - ", "", "Reuters", ""},
      {"NEW DELHI: ", "NEW DELHI", "", ""},
      {"Paris, 5 June \u2014 ", "Paris", "", "5 June"},
      {"JACKSON, Miss. (AP) \u2014 ", "JACKSON, Miss.", "AP", ""},
      {"PORT-AU-PRINCE, Haiti, Oct. 24, 2010 (AFP) -- ", "PORT-AU-PRINCE, Haiti", "AFP", "Oct. 24, 2010"},
      {"BEIJING, Jan. 6 (Xinhua) -- ", "BEIJING", "Xinhua", "Jan. 6"},
      {"KABUL (AP), March 6 \u2014 ", "KABUL", "AP", "March 6"},
      {"NEW YORK/LONDON, March 6 (Reuters) \u2013 ", "NEW YORK/LONDON", "Reuters", "March 6"},
      {"ST. PETERSBURG \u2014 ", "ST. PETERSBURG", "", ""},
      {"Beirut \u2014 ", "Beirut", "", ""},
      {"LAGOS\u2014", "LAGOS", "", ""},
      {"Harbour News Agency, Marsa Alba, March 6 \u2014 ", "Marsa Alba", "Harbour News Agency", "March 6"},
      {"Harbour News Agency, Marsa Alba, March 6 (Reporter Jane Doe) ", "Marsa Alba", "Harbour News Agency", "March 6"},
      {"(Marsa Alba, 6 March) \u2014 ", "Marsa Alba", "", "6 March"},
      {"HAVANA (from official notices). ", "HAVANA", "", ""},
      {"ROME, Sunday (PW) - ", "ROME", "PW", "Sunday"},
      {"[KYIV] - ", "KYIV", "", ""},
  };
  for (const Case& expected : cases) {
    const std::string paragraph = expected.dateline + sentence;
    const std::optional<Dateline> dateline = ReadDateline(paragraph, BuiltInLayoutWords());
    ASSERT_TRUE(dateline) << expected.dateline;
    EXPECT_EQ(dateline->place, expected.place) << expected.dateline;
    EXPECT_EQ(dateline->agency, expected.agency) << expected.dateline;
    EXPECT_EQ(dateline->date_words, expected.date) << expected.dateline;
    EXPECT_EQ(paragraph.substr(dateline->size), sentence) << expected.dateline;
  }
}

TEST(Dateline, WhatIsNone) {
  for (const char* paragraph : {
           "The ministry said: ferries stay in port, and so will the crews, it added on Tuesday.",
           "BREAKING - The ministry said that ferries would stay in port.",
           "UPDATE: The ministry said that ferries would stay in port.",
           "Police - who had waited for hours - moved in at dawn and took the harbour gate.",
           "Anglo-French ferries stayed in port.",
           "On Thursday, the Harbour Court (HC) \u2014 the highest in the land \u2014 said that ferries must sail.",
           "Marsa Alba: ferries stay in port",
           "We will sail on March 6 \u2014 if we are paid.",
           "",
           "MARSA ALBA - ",
       }) {
    EXPECT_FALSE(ReadDateline(paragraph, BuiltInLayoutWords())) << paragraph;
  }
}

}  // namespace
}  // namespace diurna
