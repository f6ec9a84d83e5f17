#include "support/sample_record.h"

#include <string_view>

#include "base/sha256.h"
#include "base/utf8.h"

namespace diurna {
namespace {

constexpr std::string_view kText =
    "Oro valley cut off as river Çelin bursts its banks\n"
    "Valley Post, 2023-11-20\n"
    "\n"
    "PORT VALE, Nov. 20 - More than 300 people have been killed or are missing since the Çelin burst its banks on "
    "Saturday evening, the civil defence agency said on Monday, citing hospitals.\n"
    "\n"
    "Power has been down in Port Vale since 18 November because of the flood. Governor Ada Brenn imposed a curfew from "
    "23:00 to 07:00 until 1 December. \"We warn looters: you will be caught,\" said Brenn, who took office in May.\n"
    "\n"
    "Bread rose from 1.20 to 1.85 dollars a loaf.\n";

Evidence Words(std::string_view words) {
  const size_t at = kText.find(words);
  const CodePointIndex index(kText);
  Evidence evidence;
  evidence.text = words;
  evidence.bytes = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
  evidence.start = index.CodePoint(evidence.bytes.begin);
  evidence.end = index.CodePoint(evidence.bytes.end);
  return evidence;
}

Place PortVale() {
  Place place;
  place.text = place.name = "Port Vale";
  place.geonames_id = 1234567;
  place.country = "US";
  place.admin1 = "Oro";
  place.lat = 12.345678;
  place.lon = -70.5;
  place.precision = PlacePrecision::kCity;
  return place;
}

Time Day(std::string start, std::string text, TimeBasis basis) {
  return {std::move(start), "", Granularity::kDay, std::move(text), basis};
}

Party Agency() { return {"the civil defence agency", "civil defence agency", "", "", "", Sector::kGov, {}, {}}; }
Party Brenn() { return {"Governor Ada Brenn", "Ada Brenn", "Governor", "", "US", Sector::kGov, {}, {}}; }

}  // namespace

Record SampleRecord() {
  Record record;
  record.document = {"valley",
                     "Oro valley cut off as river Çelin bursts its banks",
                     "Valley Post",
                     "",
                     "",
                     "Port Vale",
                     "2023-11-20",
                     "",
                     "en",
                     Sha256(kText),
                     "diurna 0.1.0",
                     {"river Çelin: not in the gazetteer"},
                     "",
                     ""};

  Event flood;
  flood.id = "e1";
  flood.evidence = Words("the Çelin burst its banks on Saturday evening");
  flood.also = {Words("river Çelin bursts its banks")};
  flood.type = EventType::kHazard;
  flood.mode = EventMode::kFlood;
  flood.context = {EventContext::kDisasters};
  flood.place = PortVale();
  flood.time = {"2023-11-18T18:00", "2023-11-19T00:00", Granularity::kPartOfDay, "Saturday evening",
                TimeBasis::kStated};
  flood.confidence = 0.9049999;
  record.events = {flood};

  Figure dead;
  dead.id = "f1";
  dead.evidence = Words("More than 300 people have been killed or are missing");
  dead.kind = FigureKind::kKilled;
  dead.value = 300;
  dead.bound = Bound::kMoreThan;
  dead.who = "people";
  dead.running = Running::kTotal;
  dead.place = PortVale();
  dead.time = Day("2023-11-20", "Monday", TimeBasis::kStated);
  dead.source = {Agency(), {"hospitals", "hospitals", "", "", "", Sector::kMed, {}, {}}};
  dead.flags = {"contradicts_itself"};
  record.figures = {dead};

  Measure curfew;
  curfew.id = "m1";
  curfew.evidence = Words("imposed a curfew from 23:00 to 07:00 until 1 December");
  curfew.type = MeasureType::kCurfew;
  curfew.status = MeasureStatus::kInForce;
  curfew.authority = Brenn();
  curfew.end = "2023-12-01";
  curfew.daily_from = "23:00";
  curfew.daily_until = "07:00";
  curfew.place = PortVale();
  curfew.modality = Modality::kOngoing;
  record.measures = {curfew};

  Service power;
  power.id = "s1";
  power.evidence = Words("Power has been down in Port Vale since 18 November because of the flood");
  power.system = ServiceSystem::kPower;
  power.state = ServiceState::kDown;
  power.start = "2023-11-18";
  power.cause = "the flood";
  power.place = PortVale();
  power.time = Day("2023-11-18", "18 November", TimeBasis::kStated);
  power.modality = Modality::kOngoing;
  record.services = {power};

  Price bread;
  bread.id = "p1";
  bread.evidence = Words("Bread rose from 1.20 to 1.85 dollars a loaf");
  bread.commodity = "bread";
  bread.from = 1.2;
  bread.to = 1.85;
  bread.bound = Bound::kExactly;
  bread.currency = "USD";
  bread.unit = "loaf";
  bread.converted = {{1.7, "EUR"}};
  bread.start = "2023-11-20";
  bread.time = Day("2023-11-20", "", TimeBasis::kPublication);
  record.prices = {bread};

  Office governor;
  governor.id = "o1";
  governor.evidence = Words("Brenn, who took office in May");
  governor.person = Brenn();
  governor.office = "Governor";
  governor.change = OfficeChange::kAssumed;
  governor.time = {"2023-05", "", Granularity::kMonth, "May", TimeBasis::kStated};
  governor.background = true;
  record.offices = {governor};

  Statement warning;
  warning.id = "t1";
  warning.evidence = Words("We warn looters: you will be caught");
  warning.speaker = Brenn();
  warning.act = SpeechAct::kWarn;
  warning.addressee = Party{"looters", "looters", "", "", "", Sector::kCrm, {}, {}};
  warning.content = warning.evidence;
  warning.quoted = true;
  warning.time = Day("2023-11-20", "", TimeBasis::kPublication);
  record.statements = {warning};

  Link cause;
  cause.id = "l1";
  cause.evidence = Words("because of the flood");
  cause.relation = LinkRelation::kCauses;
  cause.from = "e1";
  cause.to = "s1";
  cause.confidence = 0.75;
  record.links = {cause};
  return record;
}

}  // namespace diurna
