// Each invariant of a record is missed where it is broken.

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "diurna/reader.h"
#include "support/sample_record.h"

namespace diurna {
namespace {

using Problems = std::vector<std::string>;

Evidence Words(std::string_view text, std::string_view words) {
  const CodePointIndex index(text);
  const auto at = static_cast<uint32_t>(text.find(words));
  const auto end = at + static_cast<uint32_t>(words.size());
  return {std::string(words), index.CodePoint(at), index.CodePoint(end), {at, end}};
}

constexpr std::string_view kText = "\u00C7elin floods Telo. Curfew in Telo. Rail is cut.";

// A sound record of kText.
Record Sound() {
  Record record;
  Event flood;
  flood.id = "e1";
  flood.evidence = Words(kText, "\u00C7elin floods Telo");
  flood.place = Place{};
  flood.place->lat = 1;
  flood.place->lon = -170;
  flood.time = Time{"2024-03-05T20:00", "2024-03-06T05:00", Granularity::kMinute, "night", TimeBasis::kStated};
  Measure curfew;
  curfew.id = "m1";
  curfew.evidence = Words(kText, "Curfew in Telo");
  curfew.start = "2024-03";
  curfew.end = "2024-03-05";
  Figure figure;
  figure.id = "f1";
  figure.evidence = Words(kText, "Telo");
  figure.value = 3;
  figure.high = 3;
  Link link;
  link.id = "l1";
  link.evidence = Words(kText, "Rail is cut");
  link.from = "e1";
  link.to = "m1";
  record.events = {flood};
  record.measures = {curfew};
  record.figures = {figure};
  record.links = {link};
  return record;
}

TEST(Check, ASoundRecordHasNoProblems) {
  EXPECT_EQ(Check(Sound(), kText), Problems());
  EXPECT_EQ(Check(Sound()), Problems());
  EXPECT_EQ(Check(SampleRecord()), Problems());
  EXPECT_EQ(Check({}), Problems());
}

struct Fault {
  void (*make)(Record* record);
  std::string_view told;
};

TEST(Check, EveryFaultIsTold) {
  const Fault faults[] = {
      {[](Record* r) {
         r->events[0].id = "";
         r->links[0].from = "";
       },
       "a row has no id"},
      {[](Record* r) {
         r->measures[0].id = "e1";
         r->links[0].to = "";
       },
       "e1 has the id of another row"},
      {[](Record* r) { r->links[0].to = "x9"; }, "l1 links to x9, which is no row"},
      {[](Record* r) { r->links[0].to = "e1"; }, "l1 links a row to itself"},
      {[](Record* r) { r->events[0].evidence.start = 18; }, "e1 has a span of evidence that ends before it begins"},
      {[](Record* r) { r->events[0].evidence.end = 16; }, "e1 has a span of evidence that is not as long as its words"},
      {[](Record* r) { ++r->events[0].evidence.start, ++r->events[0].evidence.end; },
       "e1 has a span of evidence that has other words in the text"},
      {[](Record* r) { r->links[0].evidence.start += 99, r->links[0].evidence.end += 99; },
       "l1 has a span of evidence that ends behind the text"},
      {[](Record* r) { ++r->events[0].evidence.bytes.end; },
       "e1 has bytes of evidence that are other words of the text"},
      {[](Record* r) {
         r->events[0].also = {Words(kText, "Telo")}, r->events[0].also[0].text = "Tela",
         r->events[0].also[0].bytes = {};
       },
       "e1 has a span of also that has other words in the text"},
      {[](Record* r) { r->events[0].source = {Party{}}, r->events[0].source[0].start = 0; },
       "e1 has a source with one end of a span"},
      {[](Record* r) {
         r->events.push_back(r->events[0]), r->events[0].evidence = Words(kText, "Rail"), r->events[1].id = "e2";
       },
       "e2 stands before the row in front of it in the text"},
      {[](Record* r) { r->events[0].time->end = "2024-03-05T19:00"; },
       "e1 ends before it begins (2024-03-05T20:00 to 2024-03-05T19:00)"},
      {[](Record* r) { r->events[0].time->start = "2024-02-30"; }, "e1 has \"2024-02-30\", which is no time"},
      {[](Record* r) { r->measures[0].end = "2024-02-29"; }, "m1 ends before it begins (2024-03 to 2024-02-29)"},
      {[](Record* r) {
         r->measures[0].start = "March";
         r->measures[0].end = "";
       },
       "m1 has \"March\", which is no time"},
      {[](Record* r) { r->events[0].place->lat = 91; }, "e1 has a place that is not on the earth"},
      {[](Record* r) { r->events[0].place->lon.reset(); }, "e1 has a place that is not on the earth"},
      {[](Record* r) { r->figures[0].high = 2; }, "f1 has a range whose high end is below its low one"},
      {[](Record* r) { r->figures[0].high.reset(), r->figures[0].value = std::numeric_limits<double>::quiet_NaN(); },
       "f1 has a value that is no number"},
      {[](Record* r) { r->figures[0].confidence = 1.5; }, "f1 has a confidence that is not from 0 to 1"},
  };
  for (const Fault& fault : faults) {
    Record record = Sound();
    fault.make(&record);
    EXPECT_EQ(Check(record, kText), Problems{std::string(fault.told)});
  }
}

TEST(Check, TimesOfEveryPrecision) {
  for (const char* time : {"2024", "2024-03", "2024-03-06", "2024-03-06T05:00", "2024-03-06T05:00:30", "-0489"}) {
    Record record = Sound();
    record.measures[0].start = time;
    record.measures[0].end = "";
    EXPECT_EQ(Check(record, kText), Problems()) << time;
  }
  for (const char* time : {"24", "2024-3-6", "2024-13", "2024-03-06T5", "2024-03-06T05:60", "2024-03-06 05:00"}) {
    Record record = Sound();
    record.measures[0].start = time;
    record.measures[0].end = "";
    EXPECT_EQ(Check(record, kText).size(), 1U) << time;
  }
}

}  // namespace
}  // namespace diurna
