#include "text/paragraphs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/built_in_parser.h"
#include "text/normal_form.h"

namespace diurna {
namespace {

// The paragraphs of a text, each on one line.
std::vector<std::string> Paragraphs(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : FindParagraphs(text, BuiltInLayoutWords())) out.push_back(NormalLine(span.In(text)));
  return out;
}

using Lines = std::vector<std::string>;

TEST(Paragraphs, EachLineIsOne) {
  EXPECT_EQ(Paragraphs("Ferries stay in port\nHarbour Wire, 2024-03-06\n\n  The strike went on.\n\n\n"),
            (Lines{"Ferries stay in port", "Harbour Wire, 2024-03-06", "The strike went on."}));
  EXPECT_EQ(Paragraphs("\u200B\n \t\n"), Lines{});
}

constexpr std::string_view kFirst =
    "Ferries to the outer islands stayed in port on Wednesday, the third\nday of a strike by dock workers, and the "
    "ministry said that fuel on\nTelo would be rationed.";
constexpr std::string_view kFirstJoined =
    "Ferries to the outer islands stayed in port on Wednesday, the third day of a strike by dock workers, and the "
    "ministry said that fuel on Telo would be rationed.";
constexpr std::string_view kSecond =
    "Police said that 14 people were arrested after clashes at the harbour\ngate on Tuesday evening; the union put the "
    "number at more than 30 and\ndemanded that they be set free at once.";
constexpr std::string_view kSecondJoined =
    "Police said that 14 people were arrested after clashes at the harbour gate on Tuesday evening; the union put the "
    "number at more than 30 and demanded that they be set free at once.";

std::string Text(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

TEST(Paragraphs, BrokenLinesAreOne) {
  EXPECT_EQ(Paragraphs(Text({kFirst, "\n\n", kSecond, "\n"})),
            (Lines{std::string(kFirstJoined), std::string(kSecondJoined)}));
  // One of them is enough, and no empty line is needed before a line that is not full.
  EXPECT_EQ(Paragraphs(Text({"Ferries stay in port\n\n", kFirst})),
            (Lines{"Ferries stay in port", std::string(kFirstJoined)}));
  EXPECT_EQ(Paragraphs(Text({"Ferries stay\n\n", kFirst, "\n", kSecond, "\n"})),
            (Lines{"Ferries stay", std::string(kFirstJoined), std::string(kSecondJoined)}));
}

TEST(Paragraphs, ATitleIsJoinedWithItselfAndNoHeaderLine) {
  EXPECT_EQ(Paragraphs(Text({"Ferries to the outer islands of the republic stay in port as a strike of\ndock workers "
                             "enters its third day without talks in sight at all\nHarbour Wire, 2024-03-06\n\n",
                             kFirst, "\n\n", kSecond})),
            (Lines{"Ferries to the outer islands of the republic stay in port as a strike of dock workers enters its "
                   "third day without talks in sight at all",
                   "Harbour Wire, 2024-03-06", std::string(kFirstJoined), std::string(kSecondJoined)}));
}

TEST(Paragraphs, ListsTablesAndHeadingsStayApart) {
  constexpr const char* kItem =
      "- The dockers want the wages of three months paid before they load a single crate of the outer islands again.";
  EXPECT_EQ(Paragraphs(Text({kFirst,
                             "\n\nDemands\n- The dockers want the wages of three months paid before they\n  "
                             "load a single crate of the outer islands again.\n- They want talks.\n\n",
                             kSecond,
                             "\n\nTelo harbour and its outer pier       closed until further notice\n"
                             "Marsa Alba, both of its passenger piers      open during the day\n"})),
            (Lines{std::string(kFirstJoined), "Demands", kItem, "- They want talks.", std::string(kSecondJoined),
                   "Telo harbour and its outer pier\tclosed until further notice",
                   "Marsa Alba, both of its passenger piers\topen during the day"}));
}

TEST(Paragraphs, ADashOrANumberInABrokenSentenceIsNoItem) {
  EXPECT_EQ(
      Paragraphs(Text({"The strike of the dock workers at the outer harbour of Marsa Alba has\n- as the union put "
                       "it on Tuesday - only begun; it goes on until March\n12. The ministry would not say whether "
                       "it will send in the army by then.\n\n",
                       kSecond}))[0],
      "The strike of the dock workers at the outer harbour of Marsa Alba has - as the union put it on Tuesday - "
      "only begun; it goes on until March 12. The ministry would not say whether it will send in the army by "
      "then.");
}

TEST(Paragraphs, LongLinesWereNotBroken) {
  constexpr std::string_view kHeadline =
      "Ferries stay in port as a strike enters its third day without talks,\nand fuel runs out\n\n";
  const std::string text = Text({kHeadline, kFirstJoined, " ", kSecondJoined, "\n", kSecondJoined, "\n"});
  EXPECT_EQ(Paragraphs(text).size(), 4U);
}

}  // namespace
}  // namespace diurna
