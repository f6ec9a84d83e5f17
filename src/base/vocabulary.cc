// The names of the terms of include/diurna/vocabulary.h.
// Made by tools/make_vocabulary.py from vocabulary/record.toml; edit that.

#include "diurna/vocabulary.h"

namespace diurna {
namespace {

// clang-format off
constexpr std::array<std::string_view, kTerms<Register>> kRegister = {
    "events", "figures", "measures", "services", "prices", "offices", "statements", "links"};
constexpr std::array<std::string_view, kTerms<Modality>> kModality = {
    "happened", "ongoing", "planned", "called_for", "attempted", "possible", "threatened", "denied"};
constexpr std::array<std::string_view, kTerms<PlacePrecision>> kPlacePrecision = {
    "facility", "city", "admin2", "admin1", "country", "region"};
constexpr std::array<std::string_view, kTerms<Granularity>> kGranularity = {
    "minute", "hour", "part_of_day", "day", "week", "month", "quarter", "year", "decade"};
constexpr std::array<std::string_view, kTerms<TimeBasis>> kTimeBasis = {
    "stated", "inherited", "publication"};
constexpr std::array<std::string_view, kTerms<Sector>> kSector = {
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO", "ISM", "IMG", "MNC"};
constexpr std::array<std::string_view, kTerms<EventType>> kEventType = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "HAZARD"};
constexpr std::array<std::string_view, kTerms<EventMode>> kEventMode = {
    "visit", "third-party", "multilateral", "phone", "withdraw", "release", "disarm", "ceasefire", "access", "resign",
    "assist", "change", "yield", "meet", "disapprove", "investigate", "allege", "restrict", "arrest", "relations",
    "expel", "territory", "violence", "demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize",
    "convict", "discontinue", "troops", "weapons", "police", "militia", "seize", "censor", "curfew", "martial-law",
    "deport", "withhold", "misinformation", "cyber", "abduct", "beat", "torture", "sexual", "targeted", "destroy",
    "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control",
    "unconventional", "earthquake", "tsunami", "eruption", "storm", "flood", "landslide", "drought", "famine", "heat",
    "cold", "wildfire", "fire", "explosion", "epidemic", "crash", "collapse", "sinking", "other"};
constexpr std::array<std::string_view, kTerms<EventContext>> kEventContext = {
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking"};
constexpr std::array<std::string_view, kTerms<AcledSubEvent>> kAcledSubEvent = {
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
    "Grenade", "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest",
    "Protest with intervention", "Excessive force against protesters", "Violent demonstration", "Mob violence",
    "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other"};
constexpr std::array<std::string_view, kTerms<FigureKind>> kFigureKind = {
    "killed", "injured", "hospitalized", "missing", "arrested", "detained_released", "displaced", "evacuated",
    "rescued", "affected", "infected", "recovered", "vaccinated", "tested", "participants", "deployed", "damaged",
    "destroyed", "seized", "cases", "votes", "money", "rate", "magnitude", "other"};
constexpr std::array<std::string_view, kTerms<Bound>> kBound = {
    "exactly", "about", "more_than", "at_least", "less_than", "at_most", "between", "dozens", "hundreds", "thousands",
    "millions"};
constexpr std::array<std::string_view, kTerms<Running>> kRunning = {
    "total", "additional"};
constexpr std::array<std::string_view, kTerms<MeasureType>> kMeasureType = {
    "state_of_emergency", "martial_law", "curfew", "movement_restriction", "assembly_ban", "border_closure",
    "travel_ban", "lockdown", "closure", "communications_restriction", "price_regulation", "subsidy", "tax",
    "trade_restriction", "sanctions", "deployment", "evacuation_order", "amnesty", "release", "investigation",
    "vaccination", "aid_programme", "regulation", "ban", "deferral", "reform", "election_call", "withdrawal", "alert",
    "other"};
constexpr std::array<std::string_view, kTerms<MeasureStatus>> kMeasureStatus = {
    "in_force", "announced", "planned", "called_for", "extended", "eased", "lifted", "expired", "suspended",
    "recommended", "rejected", "blocked"};
constexpr std::array<std::string_view, kTerms<ServiceSystem>> kServiceSystem = {
    "internet", "telephone", "power", "water", "gas", "heating", "fuel", "banks", "atms", "payments", "markets",
    "airports", "air_traffic", "rail", "roads", "public_transport", "ports", "schools", "hospitals", "courts",
    "government", "media", "trade", "other"};
constexpr std::array<std::string_view, kTerms<ServiceState>> kServiceState = {
    "down", "degraded", "suspended", "restored", "normal"};
constexpr std::array<std::string_view, kTerms<OfficeChange>> kOfficeChange = {
    "holds", "appointed", "elected", "assumed", "acting", "nominated", "resigned", "dismissed", "suspended", "died",
    "former"};
constexpr std::array<std::string_view, kTerms<SpeechAct>> kSpeechAct = {
    "say", "announce", "confirm", "deny", "call_for", "demand", "pledge", "threaten", "warn", "accuse", "condemn",
    "praise", "apologize", "report", "estimate", "claim_responsibility", "ask"};
constexpr std::array<std::string_view, kTerms<LinkRelation>> kLinkRelation = {
    "causes", "responds_to", "part_of", "updates", "contradicts"};
// clang-format on

}  // namespace

template <>
std::span<const std::string_view, kTerms<Register>> Names<Register>() {
  return kRegister;
}

template <>
std::span<const std::string_view, kTerms<Modality>> Names<Modality>() {
  return kModality;
}

template <>
std::span<const std::string_view, kTerms<PlacePrecision>> Names<PlacePrecision>() {
  return kPlacePrecision;
}

template <>
std::span<const std::string_view, kTerms<Granularity>> Names<Granularity>() {
  return kGranularity;
}

template <>
std::span<const std::string_view, kTerms<TimeBasis>> Names<TimeBasis>() {
  return kTimeBasis;
}

template <>
std::span<const std::string_view, kTerms<Sector>> Names<Sector>() {
  return kSector;
}

template <>
std::span<const std::string_view, kTerms<EventType>> Names<EventType>() {
  return kEventType;
}

template <>
std::span<const std::string_view, kTerms<EventMode>> Names<EventMode>() {
  return kEventMode;
}

template <>
std::span<const std::string_view, kTerms<EventContext>> Names<EventContext>() {
  return kEventContext;
}

template <>
std::span<const std::string_view, kTerms<AcledSubEvent>> Names<AcledSubEvent>() {
  return kAcledSubEvent;
}

template <>
std::span<const std::string_view, kTerms<FigureKind>> Names<FigureKind>() {
  return kFigureKind;
}

template <>
std::span<const std::string_view, kTerms<Bound>> Names<Bound>() {
  return kBound;
}

template <>
std::span<const std::string_view, kTerms<Running>> Names<Running>() {
  return kRunning;
}

template <>
std::span<const std::string_view, kTerms<MeasureType>> Names<MeasureType>() {
  return kMeasureType;
}

template <>
std::span<const std::string_view, kTerms<MeasureStatus>> Names<MeasureStatus>() {
  return kMeasureStatus;
}

template <>
std::span<const std::string_view, kTerms<ServiceSystem>> Names<ServiceSystem>() {
  return kServiceSystem;
}

template <>
std::span<const std::string_view, kTerms<ServiceState>> Names<ServiceState>() {
  return kServiceState;
}

template <>
std::span<const std::string_view, kTerms<OfficeChange>> Names<OfficeChange>() {
  return kOfficeChange;
}

template <>
std::span<const std::string_view, kTerms<SpeechAct>> Names<SpeechAct>() {
  return kSpeechAct;
}

template <>
std::span<const std::string_view, kTerms<LinkRelation>> Names<LinkRelation>() {
  return kLinkRelation;
}

std::span<const std::string_view> NamesOf(std::string_view vocabulary) {
  if (vocabulary == "register") return kRegister;
  if (vocabulary == "modality") return kModality;
  if (vocabulary == "place_precision") return kPlacePrecision;
  if (vocabulary == "granularity") return kGranularity;
  if (vocabulary == "time_basis") return kTimeBasis;
  if (vocabulary == "sector") return kSector;
  if (vocabulary == "event_type") return kEventType;
  if (vocabulary == "event_mode") return kEventMode;
  if (vocabulary == "event_context") return kEventContext;
  if (vocabulary == "acled_sub_event") return kAcledSubEvent;
  if (vocabulary == "figure_kind") return kFigureKind;
  if (vocabulary == "bound") return kBound;
  if (vocabulary == "running") return kRunning;
  if (vocabulary == "measure_type") return kMeasureType;
  if (vocabulary == "measure_status") return kMeasureStatus;
  if (vocabulary == "service_system") return kServiceSystem;
  if (vocabulary == "service_state") return kServiceState;
  if (vocabulary == "office_change") return kOfficeChange;
  if (vocabulary == "speech_act") return kSpeechAct;
  if (vocabulary == "link_relation") return kLinkRelation;
  return {};
}

}  // namespace diurna
