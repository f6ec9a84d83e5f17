#include "diurna/document.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "support/built_in_parser.h"

namespace diurna {
namespace {

constexpr std::string_view kBody =
    "MARSA ALBA, March 6 - Ferries to the outer islands stayed in port on Wednesday, the third day of a strike.\n"
    "\n"
    "Police said that 14 people were arrested at the harbour gate on Tuesday evening.\n";

Document Parse(std::string_view text, const Metadata& metadata = {}) {
  Result<Document> document = BuiltInParser().Parse(text, "report.txt", metadata);
  EXPECT_TRUE(document.ok()) << document.status().message();
  if (!document.ok()) return {};
  EXPECT_TRUE(Validate(*document).ok()) << Validate(*document).message();
  return *std::move(document);
}

std::string_view Body(const Document& document) { return std::string_view(document.text).substr(document.body_begin); }

std::string Warnings(const Document& document) {
  std::string all;
  for (const std::string& warning : document.warnings) all += warning + "\n";
  return all;
}

TEST(Document, TitlePublisherDateAndDateline) {
  const std::string text = "Ferries stay in port\nHarbour Wire, 2024-03-06\n\n" + std::string(kBody);
  const Document document = Parse(text);
  EXPECT_EQ(document.text, text);
  EXPECT_EQ(document.title, "Ferries stay in port");
  EXPECT_EQ(document.title_span.In(text), "Ferries stay in port");
  EXPECT_EQ(document.publisher, "Harbour Wire");
  EXPECT_EQ(document.publisher_span.In(text), "Harbour Wire, 2024-03-06");
  EXPECT_EQ(document.published, "2024-03-06");
  EXPECT_EQ(document.published_span.In(text), "2024-03-06");
  EXPECT_EQ(document.dateline_place, "Marsa Alba");
  EXPECT_EQ(document.dateline_span.In(text), "MARSA ALBA, March 6 - ");
  EXPECT_EQ(Body(document), kBody);
  EXPECT_EQ(document.paragraphs.size(), 4U);
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(Warnings(document), "");
}

TEST(Document, KeepsEveryCharacterButTheMark) {
  const std::string text = "Ferries stay in port\r\nHarbour Wire, 2024-03-06\r\n\r\n  Ferries\tstayed \r\n";
  const Document document = Parse("\xEF\xBB\xBF" + text);
  EXPECT_EQ(document.text, text);
  ASSERT_EQ(document.paragraphs.size(), 3U);
  EXPECT_EQ(document.paragraphs[2].In(text), "Ferries\tstayed");
}

struct HeadCase {
  const char* head;
  const char* title;
  const char* publisher;
  const char* author;
  const char* updated;
};

TEST(Document, Heads) {
  const HeadCase cases[] = {
      {"Ferries stay in port\nBy Jane Doe\nHarbour Wire | 6 March 2024", "Ferries stay in port", "Harbour Wire",
       "Jane Doe", ""},
      {"Ferries stay in port\nBY JANE DOE and JOHN ROE, Harbour Wire\nMarch 6, 2024 10:15 am", "Ferries stay in port",
       "", "Jane Doe and John Roe", ""},
      {"Ferries stay in port\nCrews want their wages before they load a single crate\nBy Jane Doe\n6 March 2024",
       "Ferries stay in port", "", "Jane Doe", ""},
      {"Title: Ferries stay in port\nSource: Harbour Wire\nAuthor: Jane Doe\nDate: 06.03.2024\nURL: "
       "https://wire.example/1",
       "Ferries stay in port", "Harbour Wire", "Jane Doe", ""},
      {"Ferries stay in port\nPublished 6 March 2024 | Updated 7 March 2024 09:00 GMT", "Ferries stay in port", "", "",
       "2024-03-07"},
      {"Wednesday, March 6, 2024\n\nFerries stay in port", "Ferries stay in port", "", "", ""},
      {"Ferries Stay In Port, March 6\nHarbour Wire (translated edition), 2024-03-06", "Ferries Stay In Port, March 6",
       "Harbour Wire", "", ""},
      {"PRESS RELEASE: Ferries stay in port\nHARBOUR OFFICE, Press Unit, 2024-03-06",
       "PRESS RELEASE: Ferries stay in port", "HARBOUR OFFICE, Press Unit", "", ""},
      {"Harbour News Service, Marsa Alba, March 6th 2024, title: Ferries stay in port\n"
       "  Harbour News Service reporter Jane Doe",
       "Ferries stay in port", "Harbour News Service", "Jane Doe", ""},
      {"Ferries stay in port\nJane Doe, harbour correspondent\n2024-03-06", "Ferries stay in port", "", "Jane Doe", ""},
  };
  for (const HeadCase& expected : cases) {
    const Document document = Parse(std::string(expected.head) + "\n\n" + std::string(kBody));
    EXPECT_EQ(document.title, expected.title) << expected.head;
    EXPECT_EQ(document.publisher, expected.publisher) << expected.head;
    EXPECT_EQ(document.author, expected.author) << expected.head;
    EXPECT_EQ(document.published, "2024-03-06") << expected.head;
    EXPECT_EQ(document.updated, expected.updated) << expected.head;
    EXPECT_EQ(document.dateline_place, "Marsa Alba") << expected.head;
    EXPECT_EQ(Body(document), kBody) << expected.head;
  }
}

TEST(Document, ReportingByAtTheEnd) {
  const Document document =
      Parse("Ferries stay in port\n\n" + std::string(kBody) + "\n(Reporting by Jane Doe; Editing by John Roe)\n");
  EXPECT_EQ(document.author, "Jane Doe");
  EXPECT_EQ(Body(document).substr(0, 10), "MARSA ALBA");
}

TEST(Document, MetadataWins) {
  Metadata metadata;
  metadata.id = "7";
  metadata.title = "Ferries stay in port";
  metadata.publisher = "Harbour Wire";
  metadata.published = "2024-03-07T10:00:00Z";
  const Document document = Parse(kBody, metadata);
  EXPECT_EQ(document.id, "7");
  EXPECT_EQ(document.title, "Ferries stay in port");
  EXPECT_TRUE(document.title_span.empty());
  EXPECT_EQ(document.body_begin, 0U);
  EXPECT_EQ(document.publisher, "Harbour Wire");
  EXPECT_EQ(document.published, "2024-03-07");
  EXPECT_TRUE(document.published_span.empty());
}

TEST(Document, AGivenTitleThatStandsInTheTextToo) {
  Metadata metadata;
  metadata.title = "FERRIES STAY IN PORT";
  const std::string text = "Ferries stay in port\n\n" + std::string(kBody);
  const Document document = Parse(text, metadata);
  EXPECT_EQ(document.title_span.In(text), "Ferries stay in port");
  EXPECT_EQ(Body(document), kBody);
}

TEST(Document, AMissingYearComesFromTheDatesOfTheText) {
  const std::string text =
      "Ferries stay in port\n\nMARSA ALBA, January 6 - The wages of 30 December 2023 are still owed.\n";
  const Document document = Parse(text);
  EXPECT_EQ(document.published, "2024-01-06");
  EXPECT_EQ(document.published_span.In(text), "January 6");
  EXPECT_NE(Warnings(document).find("2024 is taken from the dates in the text"), std::string::npos);
}

TEST(Document, AMissingYearStaysMissingWhereNothingTellsIt) {
  const Document document = Parse("Ferries stay in port\n\n" + std::string(kBody));
  EXPECT_EQ(document.published, "");
  EXPECT_EQ(Warnings(document), "the date of publication, March 6, has no year; give it with --published\n");
}

TEST(Document, DatesThatAreNotSure) {
  Document document =
      Parse("Ferries stay in port\nHarbour Wire, 03/06/2024\n\nThe ferries stayed in port on Wednesday.\n");
  EXPECT_EQ(document.published, "");
  EXPECT_EQ(Warnings(document),
            "\"03/06/2024\" can be read as two dates; give the date of publication with --published\n");
  document = Parse("Ferries stay in port\nHarbour Wire, 6 March '24\n\nThe ferries stayed in port on Wednesday.\n");
  EXPECT_EQ(document.published, "2024-03-06");
  EXPECT_EQ(Warnings(document), "the year of \"6 March '24\" has two digits and is read as 2024\n");
  document = Parse("Ferries stay in port\nHarbour Wire, Friday 6 March 2024\n\nThe ferries stayed in port today.\n");
  EXPECT_EQ(document.published, "2024-03-06");
  EXPECT_EQ(Warnings(document), "\"Friday 6 March 2024\" names a weekday that does not fit its date\n");
  document = Parse("Ferries stay in port\n\nThe ferries stayed in port on Wednesday.\n");
  EXPECT_EQ(document.published, "");
  EXPECT_NE(Warnings(document).find("no date of publication found"), std::string::npos);
}

TEST(Document, ASentenceAloneIsTheBody) {
  const Document document = Parse("The ferries stayed in port on Wednesday.");
  EXPECT_EQ(document.title, "");
  EXPECT_EQ(document.body_begin, 0U);
}

TEST(Document, ATitleAloneIsReadToo) {
  const Document document = Parse("Ferries stay in port\n");
  EXPECT_EQ(document.title, "Ferries stay in port");
  EXPECT_TRUE(document.title_span.empty());
  EXPECT_EQ(document.body_begin, 0U);
}

TEST(Document, BrokenLinesAreJoined) {
  const Document document = Parse(
      "Ferries stay in port\nHarbour Wire, 2024-03-06\n\n"
      "Ferries to the outer islands stayed in port on Wednesday, the third\nday of a strike by dock workers, and the "
      "ministry said that fuel on\nthe island of Telo would be rationed.\n\n"
      "Police said that 14 people were arrested after clashes at the harbour\ngate on Tuesday evening; the union put "
      "the number at more than 30 and\ndemanded that they be set free at once.\n");
  ASSERT_EQ(document.paragraphs.size(), 4U);
  EXPECT_EQ(document.paragraphs[3].In(document.text).substr(0, 6), "Police");
  EXPECT_TRUE(document.paragraphs[3].In(document.text).ends_with("at once."));
}

TEST(Document, LanguagesOtherThanEnglishAreTold) {
  const Document german = Parse(
      "Fähren bleiben im Hafen\n\nDie Fähren zu den äußeren Inseln sind am Mittwoch im Hafen geblieben, und das "
      "Ministerium hat mitgeteilt, dass der Treibstoff auf der Insel nicht für alle reicht.\n");
  EXPECT_EQ(german.language, "de");
  EXPECT_NE(Warnings(german).find("best guess: de"), std::string::npos);
  EXPECT_EQ(Parse("渡轮停在港口\n\n警方说周二晚上在港口大门发生冲突后有十四人被捕。\n").language, "zh");
  EXPECT_EQ(Parse("Паромы остаются в порту\n\nПолиция сообщила, что четырнадцать человек задержаны.\n").language,
            "und");
  EXPECT_EQ(Parse("12 14 17 22\n3 4 5\n").language, "und");
  EXPECT_EQ(Parse("Quake hits Marsa Alba\n").language, "en");
}

std::string Failure(std::string_view bytes) {
  const Result<Document> document = BuiltInParser().Parse(bytes, "report.txt", {});
  return document.ok() ? "" : document.status().message();
}

TEST(Document, FailuresNameTheFile) {
  EXPECT_EQ(Failure(""), "report.txt: is empty; there is nothing to read in it");
  EXPECT_EQ(Failure(" \r\n\t\u00A0\n"), "report.txt: is empty; there is nothing to read in it");
  EXPECT_EQ(Failure(std::string(100, '\x01')), "report.txt: looks like binary data, not text");
  EXPECT_NE(Failure(std::string(5 << 20, 'a')).find("report.txt: has 5 MiB"), std::string::npos);
  const Result<Document> missing = BuiltInParser().Load("/nowhere/report.txt", {});
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.status().message(), "/nowhere/report.txt: No such file or directory");
  EXPECT_FALSE(BuiltInParser().Load(testing::TempDir(), {}).ok());
}

TEST(Document, FailuresTellTheirKind) {
  EXPECT_EQ(BuiltInParser().Parse("", "report.txt", {}).status().code(), StatusCode::kBadInput);
  EXPECT_EQ(BuiltInParser().Parse("%PDF-1.7\n", "report.txt", {}).status().code(), StatusCode::kUnsupported);
  EXPECT_EQ(BuiltInParser().Parse(std::string(5 << 20, 'a'), "report.txt", {}).status().code(), StatusCode::kTooLarge);
  EXPECT_EQ(BuiltInParser().Load("/nowhere/report.txt", {}).status().code(), StatusCode::kNotFound);
}

TEST(Document, WhatIsKnownIsMadeSound) {
  const Metadata metadata{.id = "a\xFF", .title = "", .publisher = "", .published = "\xFF", .url = ""};
  const Document document = Parse("Ferries stay in port\n", metadata);
  EXPECT_EQ(document.id, "a\uFFFD");
  EXPECT_TRUE(Validate(document).ok()) << Validate(document).message();
  Metadata endless;
  endless.title.resize(1 << 20, 'a');
  EXPECT_EQ(BuiltInParser().Parse("Ferries stay in port\n", "report.txt", endless).status().code(),
            StatusCode::kTooLarge);
}

TEST(Document, DamageIsTold) {
  const Document document = Parse("Çelin bursts its banks\xFF\n\nThe Çelin burst its banks on Saturday.\n");
  EXPECT_EQ(document.warnings.at(0), "the text is not clean UTF-8: 1 damaged character was replaced by U+FFFD");
}

TEST(Document, IdIsTheFilesNameWithoutItsEnding) {
  const std::string path = testing::TempDir() + "/ferries.2024.txt";
  std::ofstream(path) << "Ferries stay in port\n";
  const Result<Document> document = BuiltInParser().Load(path, {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->id, "ferries.2024");
}

TEST(Document, OddTextsAreRead) {
  EXPECT_EQ(Parse(std::string(300000, 'x')).paragraphs.size(), 1U);
  EXPECT_EQ(Parse(std::string(100000, '\n') + "end").paragraphs.size(), 1U);
  EXPECT_EQ(Parse("(\n)\n-\n:\n,\n").paragraphs.size(), 5U);
  EXPECT_EQ(Parse("title:").paragraphs.size(), 1U);
  EXPECT_EQ(Parse("title: \n - \n (").paragraphs.size(), 3U);
  EXPECT_EQ(Parse("\u2014 \u2014 \u2014").paragraphs.size(), 1U);
}

}  // namespace
}  // namespace diurna
