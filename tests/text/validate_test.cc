#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "diurna/document.h"

namespace diurna {
namespace {

// "Çelin bursts its banks", a blank line, a sentence.
Document Sound() {
  Document document;
  document.id = "17";
  document.text = "\u00C7elin bursts its banks\n\nHomes were flooded at Marsa Alba.\n";
  document.title = "\u00C7elin bursts its banks";
  document.title_span = {0, 23};
  document.paragraphs = {{0, 23}, {25, 58}};
  document.body_begin = 25;
  document.published = "2024-03-06";
  return document;
}

TEST(Validate, TakesWhatIsSound) {
  EXPECT_TRUE(Validate(Sound()).ok()) << Validate(Sound()).message();
  EXPECT_TRUE(Validate(Document{}).ok()) << "an empty text is one";
}

TEST(Validate, NamesWhatIsWrong) {
  struct Case {
    std::function<void(Document*)> spoil;
    StatusCode code;
    std::string_view message;
  };
  const Case cases[] = {
      {[](Document* d) { d->text[0] = '\x87'; }, StatusCode::kBadInput, "text is not UTF-8"},
      {[](Document* d) { d->warnings = {"\xFF"}; }, StatusCode::kBadInput, "warnings is not UTF-8"},
      {[](Document* d) { d->text.resize(kMostTextBytes + 1, 'a'); }, StatusCode::kTooLarge, "text has 3145729 bytes"},
      {[](Document* d) { d->author.resize(kMostTextBytes + 1, 'a'); }, StatusCode::kTooLarge, "author has"},
      {[](Document* d) {
         d->title_span = {0, 500};
       },
       StatusCode::kBadInput, "title_span ends at byte 500 of a text of"},
      {[](Document* d) {
         d->byline_span = {9, 8};
       },
       StatusCode::kBadInput, "byline_span ends before it begins (9 to 8)"},
      {[](Document* d) {
         d->dateline_span = {1, 8};
       },
       StatusCode::kBadInput, "dateline_span cuts a character (1 to 8)"},
      {[](Document* d) {
         d->published_span = {0, 1};
       },
       StatusCode::kBadInput, "published_span cuts a character"},
      {[](Document* d) {
         d->publisher_span = {4000000000, 4000000001};
       },
       StatusCode::kBadInput, "publisher_span ends"},
      {[](Document* d) { d->body_begin = 60; }, StatusCode::kBadInput, "body_begin ends at byte 60"},
      {[](Document* d) {
         d->paragraphs = {{0, 23}, {20, 58}};
       },
       StatusCode::kBadInput, "paragraphs[1] begins before"},
      {[](Document* d) {
         d->paragraphs = {{25, 58}, {0, 23}};
       },
       StatusCode::kBadInput, "paragraphs[1] begins before"},
      {[](Document* d) {
         d->paragraphs = {{5, 5}};
       },
       StatusCode::kBadInput, "paragraphs[0] is empty"},
      {[](Document* d) {
         d->paragraphs = {{0, 99}};
       },
       StatusCode::kBadInput, "paragraphs[0] ends at byte 99"},
      {[](Document* d) { d->published = "March 6"; }, StatusCode::kBadInput, "published is no date"},
      {[](Document* d) { d->published = "2024-02-30"; }, StatusCode::kBadInput, "published is no date"},
      {[](Document* d) { d->updated = "2024-3-006"; }, StatusCode::kBadInput, "updated is no date"},
      {[](Document* d) { d->language = ""; }, StatusCode::kBadInput, "language is no tag"},
      {[](Document* d) { d->language = "en us"; }, StatusCode::kBadInput, "language is no tag"},
  };
  for (const Case& wrong : cases) {
    Document document = Sound();
    wrong.spoil(&document);
    const Status status = Validate(document);
    EXPECT_EQ(status.code(), wrong.code) << wrong.message;
    EXPECT_NE(status.message().find(wrong.message), std::string::npos) << status.message();
  }
}

}  // namespace
}  // namespace diurna
