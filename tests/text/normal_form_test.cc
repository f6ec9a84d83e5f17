#include "text/normal_form.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "base/utf8.h"
#include "support/built_in_parser.h"
#include "text/letters.h"
#include "text/paragraphs.h"

namespace diurna {
namespace {

NormalForm FormOf(std::string_view text) { return {text, FindParagraphs(text, BuiltInLayoutWords())}; }

struct Case {
  std::string_view given, normal;
};

TEST(NormalForm, Forms) {
  const Case cases[] = {
      {"", ""},
      {" \r\n\t", ""},
      {"Ferries stay in port\n", "Ferries stay in port\n"},
      {"Ferries stay\n\nThe strike went on.\n", "Ferries stay\n\nThe strike went on.\n"},
      // Line ends.
      {"Ferries stay\r\nA strike\r\n\r\nIt went on.\r\n", "Ferries stay\nA strike\n\nIt went on.\n"},
      {"Ferries stay\rA strike\r\rIt went on.", "Ferries stay\nA strike\n\nIt went on.\n"},
      {"Ferries stay\u2028A strike\u2029\u0085It went on.", "Ferries stay\nA strike\n\nIt went on.\n"},
      {"\n \n  Ferries stay \t\n \n\n\n\tThe strike went on.\n\n\n", "Ferries stay\n\nThe strike went on.\n"},
      // Blanks, and what is not seen.
      {"Ferries\u00A0stay  in\u2009port.\u3000 So", "Ferries stay in port. So\n"},
      {"\uFEFFFer\u00ADries\u200B stay\u200E", "Ferries stay\n"},
      {"a 72\u2011hour strike", "a 72-hour strike\n"},
      {"10\u202F000 people", "10 000 people\n"},
      // Columns and lists.
      {"Telo     12 dead\tclosed", "Telo\t12 dead\tclosed\n"},
      {"\u2022\tTelo is cut off\n-    The port is shut\n12.\t Schools",
       "\u2022 Telo is cut off\n- The port is shut\n12. Schools\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(FormOf(c.given).text(), c.normal) << c.given;
}

TEST(NormalForm, LinesOfAParagraphAreJoined) {
  const auto whole = [](std::string_view text) {
    return NormalForm(text, {{0, static_cast<uint32_t>(text.size())}}).text();
  };
  EXPECT_EQ(whole("Ferries stay\r\n  in port"), "Ferries stay in port\n");
  EXPECT_EQ(whole("a five-\nyear plan"), "a five-year plan\n");
  EXPECT_EQ(whole("COVID-\n19 and the Anti-\r\nCorruption Court"), "COVID-19 and the Anti-Corruption Court\n");
  EXPECT_EQ(whole("the pre-\nand post-war years"), "the pre- and post-war years\n");
  EXPECT_EQ(whole("the gov\u00AD\nernment"), "the government\n");
  EXPECT_EQ(whole("the strike -\nwhich went on"), "the strike - which went on\n");
  EXPECT_EQ(whole("Ferries stay\n\nThe strike"), "Ferries stay\n\nThe strike\n");
}

TEST(NormalForm, SpansGoThereAndBack) {
  const std::string text = "\uFEFF Ferries\u00A0\u00A0stay\r\n\r\n\r\nin \u00ADpo\u200Brt, a 72\u2011hour strike ";
  const NormalForm form = FormOf(text);
  ASSERT_EQ(form.text(), "Ferries stay\n\nin port, a 72-hour strike\n");
  const auto source_of = [&](std::string_view words) {
    const auto at = static_cast<uint32_t>(form.text().find(words));
    return std::string(form.ToSource({at, at + static_cast<uint32_t>(words.size())}).In(text));
  };
  EXPECT_EQ(source_of("Ferries"), "Ferries");
  EXPECT_EQ(source_of("Ferries stay"), "Ferries\u00A0\u00A0stay");
  EXPECT_EQ(source_of("stay\n\nin"), "stay\r\n\r\n\r\nin");
  EXPECT_EQ(source_of("port"), "po\u200Brt");
  EXPECT_EQ(source_of("72-hour"), "72\u2011hour");
  EXPECT_EQ(source_of("hour"), "hour");
  EXPECT_EQ(source_of("strike"), "strike");
  const auto at = static_cast<uint32_t>(text.find("stay"));
  EXPECT_EQ(form.FromSource({at, at + 4}).In(form.text()), "stay");
}

// Any text: the form is its own form, and all that is seen stands in both at places that belong together.
TEST(NormalForm, OfAnyText) {
  constexpr std::string_view kPieces[] = {"a",      "Telo",   " ",      "  ",     "\n",     "\r\n", "\r", "\t",
                                          "\u00A0", "\u200B", "\u00AD", "\u2011", "\u00E9", "-",    ".",  "\u2028"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (size_t i = random() % 40; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    const NormalForm form = FormOf(text);
    const std::string& normal = form.text();
    EXPECT_EQ(FormOf(normal).text(), normal) << round;
    size_t in_text = 0;
    for (size_t at = 0; at < normal.size();) {
      const auto begin = static_cast<uint32_t>(at);
      const char32_t point = DecodeUtf8(normal, &at);
      if (IsBlank(point)) continue;
      const Span source = form.ToSource({begin, static_cast<uint32_t>(at)});
      ASSERT_GE(source.begin, in_text) << round;
      ASSERT_LT(source.begin, source.end) << round;
      in_text = source.end;
      size_t there = source.begin;
      const char32_t given = DecodeUtf8(text, &there);
      EXPECT_EQ(there, source.end) << round;
      EXPECT_EQ(given == 0x2011 ? U'-' : given, point) << round;
      EXPECT_EQ(form.FromSource(source), (Span{begin, static_cast<uint32_t>(at)})) << round;
    }
  }
}

TEST(NormalDocument, MovesThePlacesOfADocument) {
  Document source;
  source.text = "Ferries stay in port\r\n\r\nMARSA\u00A0ALBA -  The strike\u00A0went on. ";
  source.title_span = {0, 20};
  source.paragraphs = {{0, 20}, {24, static_cast<uint32_t>(source.text.size()) - 1}};
  source.dateline_span = {24, 24 + 15};  // up to the sentence
  source.body_begin = 24;
  ASSERT_TRUE(Validate(source).ok()) << Validate(source).message();
  const NormalDocument normal(source);
  const Document& document = normal.document();
  EXPECT_FALSE(normal.same());
  ASSERT_TRUE(Validate(document).ok()) << Validate(document).message();
  EXPECT_EQ(document.title_span.In(document.text), "Ferries stay in port");
  EXPECT_EQ(document.paragraphs[1].In(document.text), "MARSA ALBA - The strike went on.");
  EXPECT_EQ(document.dateline_span.In(document.text), "MARSA ALBA - ");
  EXPECT_EQ(document.text.substr(document.body_begin, 5), "MARSA");
}

}  // namespace
}  // namespace diurna
