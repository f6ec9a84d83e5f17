#include "view/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace diurna {
namespace {

constexpr std::string_view kRange = "\u2013";
constexpr std::string_view kArrow = " \u2192 ";

template <Vocabulary E>
struct Wording {
  E term;
  std::string_view said;
};

// A term of the contract in words: its name, with blanks for underscores.
template <Vocabulary E>
std::string Said(E term) {
  std::string said(Name(term));
  std::replace(said.begin(), said.end(), '_', ' ');
  return said;
}

// The same where some terms have a wording of their own.
template <Vocabulary E, size_t kSize>
std::string Said(const Wording<E> (&wordings)[kSize], E term) {
  const auto* const found =
      std::find_if(std::begin(wordings), std::end(wordings), [&](const Wording<E>& w) { return w.term == term; });
  return found == std::end(wordings) ? Said(term) : std::string(found->said);
}

constexpr Wording<EventType> kEventTypes[] = {
    {EventType::kAgree, "agreement"},    {EventType::kConsult, "talks"},         {EventType::kSupport, "support"},
    {EventType::kConcede, "concession"}, {EventType::kCooperate, "cooperation"}, {EventType::kAid, "aid"},
    {EventType::kRetreat, "retreat"},    {EventType::kRequest, "request"},       {EventType::kAccuse, "accusation"},
    {EventType::kReject, "refusal"},     {EventType::kThreaten, "threat"},       {EventType::kProtest, "protest"},
    {EventType::kSanction, "sanction"},  {EventType::kMobilize, "mobilization"}, {EventType::kCoerce, "coercion"},
    {EventType::kAssault, "violence"},   {EventType::kHazard, "hazard"}};

constexpr Wording<Bound> kBounds[] = {
    {Bound::kExactly, ""},          {Bound::kAbout, "about "},        {Bound::kMoreThan, "more than "},
    {Bound::kAtLeast, "at least "}, {Bound::kLessThan, "less than "}, {Bound::kAtMost, "at most "},
    {Bound::kBetween, ""}};

constexpr Wording<SpeechAct> kActs[] = {{SpeechAct::kSay, "says"},
                                        {SpeechAct::kAnnounce, "announces"},
                                        {SpeechAct::kConfirm, "confirms"},
                                        {SpeechAct::kDeny, "denies"},
                                        {SpeechAct::kCallFor, "calls for"},
                                        {SpeechAct::kDemand, "demands"},
                                        {SpeechAct::kPledge, "pledges"},
                                        {SpeechAct::kThreaten, "threatens"},
                                        {SpeechAct::kWarn, "warns"},
                                        {SpeechAct::kAccuse, "accuses"},
                                        {SpeechAct::kCondemn, "condemns"},
                                        {SpeechAct::kPraise, "praises"},
                                        {SpeechAct::kApologize, "apologizes"},
                                        {SpeechAct::kReport, "reports"},
                                        {SpeechAct::kEstimate, "estimates"},
                                        {SpeechAct::kClaimResponsibility, "claims responsibility"},
                                        {SpeechAct::kAsk, "asks"}};

constexpr Wording<OfficeChange> kChanges[] = {{OfficeChange::kHolds, " is "},
                                              {OfficeChange::kAppointed, " appointed "},
                                              {OfficeChange::kElected, " elected "},
                                              {OfficeChange::kAssumed, " takes office as "},
                                              {OfficeChange::kActing, " is acting "},
                                              {OfficeChange::kNominated, " nominated as "},
                                              {OfficeChange::kResigned, " resigns as "},
                                              {OfficeChange::kDismissed, " dismissed as "},
                                              {OfficeChange::kSuspended, " suspended as "},
                                              {OfficeChange::kDied, " died, "},
                                              {OfficeChange::kFormer, " is former "}};

// Speakers do these to somebody: "warns looters", but "says to looters".
bool TakesObject(SpeechAct act) {
  return act == SpeechAct::kAccuse || act == SpeechAct::kWarn || act == SpeechAct::kThreaten ||
         act == SpeechAct::kPraise || act == SpeechAct::kCondemn || act == SpeechAct::kAsk;
}

std::string Bounded(const std::optional<Bound>& bound) { return bound ? Said(kBounds, *bound) : std::string(); }

std::string NameOf(const Party& party) { return party.name.empty() ? party.text : party.name; }
std::string NameOf(const std::optional<Party>& party) { return party ? NameOf(*party) : std::string(); }

std::string Joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string Names(const std::vector<Party>& parties) {
  std::vector<std::string> names;
  names.reserve(parties.size());
  for (const Party& party : parties) names.push_back(NameOf(party));
  return Joined(names);
}

struct Moment {
  std::string_view year, month, day, clock;
};

bool Digits(std::string_view text, size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2024", "2024-03", "2024-03-06", "2024-03-06T23:00".
std::optional<Moment> ReadMoment(std::string_view iso) {
  Moment moment;
  moment.year = iso.substr(0, 4);
  if (!Digits(moment.year, 4)) return std::nullopt;
  if (iso.size() == 4) return moment;
  if (iso.size() < 7 || iso[4] != '-') return std::nullopt;
  moment.month = iso.substr(5, 2);
  if (!Digits(moment.month, 2) || moment.month < "01" || moment.month > "12") return std::nullopt;
  if (iso.size() == 7) return moment;
  if (iso.size() < 10 || iso[7] != '-') return std::nullopt;
  moment.day = iso.substr(8, 2);
  if (!Digits(moment.day, 2)) return std::nullopt;
  if (iso.size() == 10) return moment;
  if (iso[10] != 'T') return std::nullopt;
  moment.clock = iso.substr(11, 5);
  return moment;
}

std::string_view MonthName(const Moment& moment) {
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return kMonths[static_cast<size_t>((moment.month[0] - '0') * 10 + (moment.month[1] - '0') - 1)];
}

std::string_view DayNumber(const Moment& moment) {
  return moment.day.starts_with('0') ? moment.day.substr(1) : moment.day;
}

// Day, month and year as far as they are told; the year only where it is not the usual one, or stands alone.
std::string DayOf(const Moment& moment, std::string_view year) {
  if (moment.month.empty()) return std::string(moment.year);
  const std::string_view month = MonthName(moment);
  if (moment.day.empty()) return fmt::format("{} {}", month, moment.year);
  if (moment.year == year) return fmt::format("{} {}", DayNumber(moment), month);
  return fmt::format("{} {} {}", DayNumber(moment), month, moment.year);
}

std::string_view PartOfDay(std::string_view clock) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"00", "early"}, {"06", "morning"}, {"12", "afternoon"}, {"18", "evening"}, {"20", "night"}};
  for (const auto& [hour, part] : kParts) {
    if (clock.starts_with(hour)) return part;
  }
  return {};
}

std::string PhraseSpan(std::string_view start, std::string_view end, std::string_view year) {
  const std::optional<Moment> a = ReadMoment(start);
  const std::optional<Moment> b = ReadMoment(end);
  if (!a || !b) return fmt::format("{} {} {}", start, kRange, end);
  const bool days = a->clock.empty() && b->clock.empty() && !a->day.empty() && !b->day.empty();
  if (days && a->year == b->year && a->month == b->month) {
    return a->day == b->day ? DayOf(*a, year) : fmt::format("{}{}{}", DayNumber(*a), kRange, DayOf(*b, year));
  }
  if (!a->clock.empty() && !b->clock.empty() && a->day == b->day && a->month == b->month && a->year == b->year) {
    return fmt::format("{} {}{}{}", DayOf(*a, year), a->clock, kRange, b->clock);
  }
  return fmt::format("{} {} {}", PhraseDate(start, year), kRange, PhraseDate(end, year));
}

// "since 3 Mar", "3-5 Mar", "until 5 Mar", each with a blank before it.
std::string Validity(std::string_view start, std::string_view end, std::string_view from, std::string_view year) {
  if (!start.empty() && !end.empty()) return fmt::format(" {}", PhraseSpan(start, end, year));
  if (!start.empty()) return fmt::format(" {} {}", from, PhraseDate(start, year));
  if (!end.empty()) return fmt::format(" until {}", PhraseDate(end, year));
  return "";
}

// "P180D" is "180 days".
std::string PhraseDuration(std::string_view iso) {
  const bool clock = iso.starts_with("PT");
  const std::string_view number = iso.substr(std::min<size_t>(clock ? 2 : 1, iso.size()));
  const size_t digits = std::min(number.find_first_not_of("0123456789."), number.size());
  if (!iso.starts_with('P') || digits == 0 || digits + 1 != number.size()) return std::string(iso);
  std::string_view unit;
  switch (number.back()) {
    case 'Y':
      unit = "year";
      break;
    case 'M':
      unit = clock ? "minute" : "month";
      break;
    case 'W':
      unit = "week";
      break;
    case 'D':
      unit = "day";
      break;
    case 'H':
      unit = "hour";
      break;
    case 'S':
      unit = "second";
      break;
    default:
      return std::string(iso);
  }
  const std::string_view count = number.substr(0, digits);
  return fmt::format("{} {}{}", count, unit, count == "1" ? "" : "s");
}

// Commas between thousands.
std::string Grouped(std::string_view digits) {
  std::string grouped;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) grouped.push_back(',');
    grouped.push_back(digits[i]);
  }
  return grouped;
}

// Amounts of money have no decimals or two.
std::string PhraseAmount(double value) {
  if (value == std::floor(value) || std::abs(value) >= 1e6 || std::abs(value * 100 - std::round(value * 100)) > 1e-6) {
    return PhraseNumber(value);
  }
  return fmt::format("{}{:.2f}", value < 0 ? "-" : "", std::abs(value));
}

std::string Vague(const Figure& figure) {
  const double value = figure.value.value_or(0);
  const std::string_view tens = value >= 200000  ? "hundreds of thousands"
                                : value >= 20000 ? "tens of thousands"
                                                 : "thousands";
  if (!figure.bound || *figure.bound < Bound::kDozens) return "";
  return figure.bound == Bound::kThousands ? std::string(tens) : Said(*figure.bound);
}

std::string EventNoun(const Event& event) {
  return !event.mode || event.mode == EventMode::kOther ? Said(kEventTypes, event.type) : Said(*event.mode);
}

}  // namespace

std::string PhraseNumber(double value) {
  const double size = std::abs(value);
  const char* const sign = value < 0 ? "-" : "";
  for (const auto& [unit, name] : {std::pair{1e9, "billion"}, std::pair{1e6, "million"}}) {
    const double count = size / unit;
    if (count >= 1 && std::abs(count * 100 - std::round(count * 100)) < 1e-6) {
      return fmt::format("{}{} {}", sign, PhraseNumber(std::round(count * 100) / 100), name);
    }
  }
  if (size >= 1e15) return fmt::format("{}{:g}", sign, size);
  const double whole = std::floor(size);
  std::string text = Grouped(fmt::format("{:.0f}", whole));
  std::string decimals = fmt::format("{:.4f}", size - whole);
  if (decimals.starts_with('1')) return PhraseNumber(std::round(value));
  while (decimals.ends_with('0')) decimals.pop_back();
  if (decimals.size() > 2) text += decimals.substr(1);
  return fmt::format("{}{}", sign, text);
}

std::string PhraseDate(std::string_view iso, std::string_view year) {
  const std::optional<Moment> moment = ReadMoment(iso);
  if (!moment) return std::string(iso);
  const std::string day = DayOf(*moment, year);
  return moment->clock.empty() ? day : fmt::format("{} {}", day, moment->clock);
}

std::string PhraseTime(const Time& time, std::string_view year) {
  if (time.start.empty()) return time.end.empty() ? time.text : fmt::format("until {}", PhraseDate(time.end, year));
  const std::optional<Moment> moment = ReadMoment(time.start);
  if (moment && time.granularity == Granularity::kPartOfDay && !PartOfDay(moment->clock).empty()) {
    return fmt::format("{} {}", DayOf(*moment, year), PartOfDay(moment->clock));
  }
  if (moment && time.granularity == Granularity::kDecade) return fmt::format("{}s", moment->year);
  if (moment && time.granularity == Granularity::kWeek && time.end.empty())
    return fmt::format("week of {}", PhraseDate(time.start, year));
  if (!time.end.empty()) return PhraseSpan(time.start, time.end, year);
  return PhraseDate(time.start, year);
}

std::string PhraseSource(const std::vector<Party>& source) {
  std::string phrase;
  for (const Party& party : source) {
    if (!phrase.empty()) phrase += ", citing ";
    phrase += NameOf(party);
  }
  return phrase;
}

std::string Phrase(const Event& event, std::string_view) {
  const std::string actors = Names(event.actors);
  const std::string recipients = Names(event.recipients);
  std::string phrase = EventNoun(event);
  if (!actors.empty()) phrase += ": " + actors;
  if (!recipients.empty()) phrase += std::string(kArrow) + recipients;
  return phrase;
}

std::string Phrase(const Figure& figure, std::string_view) {
  std::string phrase = Said(figure.kind) + ": ";
  const bool money = figure.kind == FigureKind::kMoney;
  const auto number = [&](double value) { return money ? PhraseAmount(value) : PhraseNumber(value); };
  if (const std::string vague = Vague(figure); !vague.empty()) {
    phrase += vague + (figure.who.empty() ? "" : " of " + figure.who);
    return phrase;
  }
  phrase += Bounded(figure.bound);
  if (figure.value) phrase += number(*figure.value);
  if (figure.high) phrase += " to " + number(*figure.high);
  if (!figure.unit.empty()) phrase += (figure.unit == "%" ? "" : " ") + figure.unit;
  if (!figure.who.empty()) phrase += figure.unit.empty() ? " " + figure.who : " (" + figure.who + ")";
  if (figure.running == Running::kAdditional) phrase += ", additional";
  return phrase;
}

std::string Phrase(const Measure& measure, std::string_view year) {
  const bool plain = measure.type == MeasureType::kOther || measure.type == MeasureType::kRegulation;
  std::string phrase = plain && !measure.instrument.empty() ? measure.instrument : Said(measure.type);
  if (measure.status) phrase += fmt::format(" {}", Said(*measure.status));
  if (!measure.daily_from.empty() && !measure.daily_until.empty()) {
    phrase += fmt::format(" {}{}{} daily", measure.daily_from, kRange, measure.daily_until);
  } else if (!measure.daily_from.empty()) {
    phrase += fmt::format(" daily from {}", measure.daily_from);
  } else if (!measure.daily_until.empty()) {
    phrase += fmt::format(" daily until {}", measure.daily_until);
  }
  phrase += Validity(measure.start, measure.end, "from", year);
  if (!measure.duration.empty()) phrase += " for " + PhraseDuration(measure.duration);
  if (measure.authority) phrase += " by " + NameOf(measure.authority);
  if (!measure.goods.empty()) phrase += ": " + Joined(measure.goods);
  return phrase;
}

std::string Phrase(const Service& service, std::string_view year) {
  const bool back = service.state == ServiceState::kRestored || service.state == ServiceState::kNormal;
  std::string phrase = Said(service.system) + ": " + Said(service.state);
  if (back && service.end.empty() && !service.start.empty()) {
    phrase += " on " + PhraseDate(service.start, year);
  } else {
    phrase += Validity(service.start, service.end, "since", year);
  }
  if (!service.cause.empty()) phrase += " (" + service.cause + ")";
  return phrase;
}

std::string Phrase(const Price& price, std::string_view year) {
  std::string phrase = price.commodity.empty() ? "price" : price.commodity;
  const std::string bound = Bounded(price.bound);
  if (price.from && price.to) {
    phrase += " " + PhraseAmount(*price.from) + std::string(kArrow) + bound + PhraseAmount(*price.to);
  } else if (price.to) {
    phrase += " " + bound + PhraseAmount(*price.to);
  } else if (price.from) {
    phrase += " from " + PhraseAmount(*price.from);
  }
  if (price.high) phrase += " to " + PhraseAmount(*price.high);
  if (price.from || price.to) {
    if (!price.currency.empty()) phrase += " " + price.currency;
    if (!price.unit.empty()) phrase += " per " + price.unit;
  }
  if (price.change_percent) {
    const double change = *price.change_percent;
    const std::string percent = PhraseNumber(std::abs(change)) + "%";
    phrase += price.from || price.to ? fmt::format(" ({}{})", change < 0 ? "-" : "+", percent)
                                     : fmt::format(" {} {}{}", change < 0 ? "down" : "up", bound, percent);
  }
  for (const Conversion& conversion : price.converted) {
    phrase += fmt::format(" = {} {}", PhraseAmount(conversion.value), conversion.currency);
  }
  if (!price.start.empty() && !(price.time && price.time->start == price.start))
    phrase += " from " + PhraseDate(price.start, year);
  return phrase;
}

std::string Phrase(const Office& office, std::string_view) {
  std::string phrase = NameOf(office.person);
  phrase += Said(kChanges, office.change);
  phrase += office.office.empty() ? "an office" : office.office;
  if (!office.organization.empty() && office.office.find(office.organization) == std::string::npos) {
    phrase += " (" + office.organization + ")";
  }
  return phrase;
}

std::string Phrase(const Statement& statement, std::string_view) {
  const std::string speaker = NameOf(statement.speaker);
  std::string phrase = (speaker.empty() ? "someone" : speaker) + " " + Said(kActs, statement.act);
  if (statement.addressee) {
    phrase += (TakesObject(statement.act) ? " " : " to ") + NameOf(statement.addressee);
  }
  return phrase;
}

std::vector<RowLabel> LabelRows(const Record& record) {
  std::vector<RowLabel> labels;
  labels.reserve(record.events.size() + record.figures.size() + record.measures.size());
  for (const Event& row : record.events) labels.push_back({row.id, EventNoun(row)});
  for (const Figure& row : record.figures) labels.push_back({row.id, Phrase(row, "")});
  for (const Measure& row : record.measures) labels.push_back({row.id, Said(row.type)});
  for (const Service& row : record.services) {
    labels.push_back({row.id, Said(row.system) + " " + Said(row.state)});
  }
  for (const Price& row : record.prices) labels.push_back({row.id, "price of " + row.commodity});
  for (const Office& row : record.offices) labels.push_back({row.id, Phrase(row, "")});
  for (const Statement& row : record.statements) labels.push_back({row.id, Phrase(row, "")});
  return labels;
}

std::string Phrase(const Link& link, const std::vector<RowLabel>& labels) {
  const auto end = [&](const std::string& id) {
    for (const RowLabel& label : labels) {
      if (label.id == id) return fmt::format("{} ({})", label.label, id);
    }
    return std::string("\u2026");
  };
  const std::string from = end(link.from);
  const std::string to = end(link.to);
  if (link.relation == LinkRelation::kRespondsTo) return to + " answers " + from;
  static constexpr Wording<LinkRelation> kRelations[] = {{LinkRelation::kPartOf, "is part of"}};
  return fmt::format("{} {} {}", from, Said(kRelations, link.relation), to);
}

}  // namespace diurna
