// Whatever a caller puts into a Document, reading it gives a record or a status: it never crashes.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/reader.h"

namespace diurna {
namespace {

constexpr std::string_view kText =
    "\u00C7elin bursts its banks\nHarbour Wire, 2024-03-06\n\nMARSA ALBA, March 6 (HW) \u2014 At least 14 people died "
    "when the \u00C7elin burst its banks on Tuesday, the interior ministry said.\n\nSchools in Marsa Alba were closed. "
    "\u201CWe will reopen them on Monday,\u201D Mayor Jane Doe said.\n";

// Makes documents from a seed: spans anywhere in the text and a little beyond, in any order.
class MadeUp {
 public:
  explicit MadeUp(uint32_t seed) : random_(seed) {}

  Document Make(bool within) {
    within_ = within;
    Document document;
    document.id = "made up";
    document.text = kText.substr(0, Between(0, kText.size()));
    if (within) {
      while (!document.text.empty() && !Boundary(document.text.size())) document.text.pop_back();
    }
    size_ = static_cast<uint32_t>(document.text.size());
    for (Span* span : {&document.title_span, &document.publisher_span, &document.byline_span, &document.dateline_span,
                       &document.published_span}) {
      if (Between(0, 2) > 0) *span = MakeSpan();
    }
    for (size_t i = Between(0, 6); i > 0; --i) document.paragraphs.push_back(MakeSpan());
    if (within) Order(&document.paragraphs);
    document.body_begin = Place();
    static constexpr std::string_view kDates[] = {"", "2024-03-06", "0001-01-01", "9999-12-31", "2024-02-30", "soon"};
    document.published = kDates[Between(0, within ? 3 : 5)];
    document.dateline_place = Between(0, 1) == 0 ? "" : "Marsa Alba";
    return document;
  }

 private:
  size_t Between(size_t least, size_t most) { return std::uniform_int_distribution<size_t>(least, most)(random_); }
  bool Boundary(size_t at) const {
    return at >= kText.size() || (static_cast<unsigned char>(kText[at]) & 0xC0) != 0x80;
  }

  uint32_t Place() {
    if (!within_ && Between(0, 9) == 0) return static_cast<uint32_t>(Between(0, 0xFFFFFFFF));
    size_t at = Between(0, within_ ? size_ : size_ + 3);
    while (within_ && !Boundary(at)) --at;
    return static_cast<uint32_t>(at);
  }

  Span MakeSpan() {
    const uint32_t a = Place();
    const uint32_t b = Place();
    return within_ ? Span{std::min(a, b), std::max(a, b)} : Span{a, b};
  }

  // In order, without what is empty or overlaps.
  static void Order(std::vector<Span>* spans) {
    std::sort(spans->begin(), spans->end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> kept;
    for (const Span span : *spans) {
      if (!span.empty() && (kept.empty() || kept.back().end <= span.begin)) kept.push_back(span);
    }
    *spans = std::move(kept);
  }

  std::mt19937 random_;
  uint32_t size_ = 0;
  bool within_ = false;
};

class MadeUpDocumentTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    ReaderOptions options;
    options.data_folder = DIURNA_DATA_DIR;
    reader_ = new Result<Reader>(Reader::Open(options));
  }
  static void TearDownTestSuite() { delete reader_; }
  void SetUp() override { ASSERT_TRUE(reader_->ok()) << reader_->status().message(); }

  static Result<Reader>* reader_;
};

Result<Reader>* MadeUpDocumentTest::reader_ = nullptr;

TEST_F(MadeUpDocumentTest, SpansAnywhereAreReadOrRefused) {
  Reader::Workspace workspace;
  int refused = 0;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    const Document document = MadeUp(seed).Make(false);
    const Result<Record> record = (*reader_)->Read(document, workspace);
    EXPECT_EQ(record.ok(), Validate(document).ok()) << seed;
    if (record.ok()) continue;
    ++refused;
    EXPECT_EQ(record.status().code(), StatusCode::kBadInput) << seed;
    EXPECT_FALSE(record.status().message().empty());
  }
  EXPECT_GT(refused, 100);
}

TEST_F(MadeUpDocumentTest, AnySoundLayoutIsRead) {
  Reader::Workspace workspace;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    const Document document = MadeUp(seed).Make(true);
    const Result<Record> record = (*reader_)->Read(document, workspace);
    EXPECT_TRUE(record.ok()) << seed << ": " << record.status().message();
  }
}

}  // namespace
}  // namespace diurna
