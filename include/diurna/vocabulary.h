// The closed vocabularies of the record, as enumerations.
// Made by tools/make_vocabulary.py from vocabulary/record.toml; edit that.
//
// Example:
//
//   using diurna::EventType;
//   for (const EventType type : diurna::Terms<EventType>()) std::cout << diurna::Name(type) << '\n';  // AGREE ...
//   if (diurna::Name(EventType::kAgree) != "AGREE") return 1;  // as JSON and the lexicon write it
//   if (diurna::Parse<EventType>("AGREE") != EventType::kAgree) return 1;
//   if (diurna::Parse<EventType>("agree")) return 1;  // nothing: the vocabulary has no such word
//
// The values of an enumeration are 0, 1, 2 ... in the order written here, so that they may index an array of kTerms<E>
// items. They are not stable between versions of the contract: store names, not numbers. All functions are pure.

#ifndef DIURNA_VOCABULARY_H_
#define DIURNA_VOCABULARY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace diurna {

// The version of the contract that records are written in.
inline constexpr std::string_view kRecordFormat = "1";

// The registers, in the order of the record.
enum class Register : uint8_t {
  kEvents,      // something that someone did, or that befell a place
  kFigures,     // one number as one source gave it
  kMeasures,    // a rule, order, deployment or programme of an authority, whoever decides for others
  kServices,    // the state of a system that people depend on
  kPrices,      // a price of a good at a place and time
  kOffices,     // a person or body taking, holding or leaving an office
  kStatements,  // who publicly said what
  kLinks,       // one item causing, answering or being part of another
};

// What a report makes of a fact.
enum class Modality : uint8_t {
  kHappened,    // it took place, or is so
  kOngoing,     // it goes on
  kPlanned,     // somebody intends, schedules or announces it
  kCalledFor,   // somebody asks for it
  kAttempted,   // somebody tried, without word of success
  kPossible,    // it may be, or is forecast
  kThreatened,  // somebody threatens with it
  kDenied,      // it did not take place, or somebody says so
};

// What kind of place it is.
enum class PlacePrecision : uint8_t {
  kFacility,  // a building, airport, bridge, square
  kCity,      // a town, village or quarter
  kAdmin2,    // a second-order division: a district, county
  kAdmin1,    // a first-order division: a province, state, region
  kCountry,   // a country
  kRegion,    // anything larger or without a border: a sea, a mountain range, a valley, a continent
};

// How precise a time is, the finest first.
enum class Granularity : uint8_t {
  kMinute,     // to the minute
  kHour,       // to the hour
  kPartOfDay,  // a morning, an evening: `start` carries the hour at which it begins
  kDay,        // a day
  kWeek,       // a week
  kMonth,      // a month
  kQuarter,    // a quarter of a year
  kYear,       // a year
  kDecade,     // ten years
};

// Where a time comes from.
enum class TimeBasis : uint8_t {
  kStated,       // the fact's own sentence states it
  kInherited,    // taken from a sentence near by
  kPublication,  // taken from the date of publication
};

// Sectors of a party, PLOVER's.
enum class Sector : uint8_t {
  kCop,  // police and other forces of public order
  kGov,  // the executive, its ministries and agencies
  kJud,  // courts and judges
  kLeg,  // parliaments and their members
  kMil,  // the armed forces of a state
  kPrm,  // armed groups on the side of the state
  kPty,  // a political party in or near power
  kReb,  // rebels
  kSpy,  // intelligence services
  kUaf,  // armed actors of unknown allegiance
  kUnk,  // an actor of whom nothing is known
  kAgr,  // farming
  kBus,  // business
  kCrm,  // crime
  kCvl,  // civilians
  kEdu,  // education and research
  kEli,  // former holders of power, celebrities
  kJrn,  // journalists and the media
  kLab,  // workers and trade unions
  kMed,  // health care
  kRef,  // refugees
  kOpp,  // the opposition
  kPre,  // an actor with the whole state behind it
  kRel,  // religious bodies and clergy
  kSoc,  // society: charities, associations, movements
  kIgo,  // an organization of states
  kNgo,  // a non-governmental organization without one country
  kIsm,  // a social movement across countries
  kImg,  // an armed group across countries
  kMnc,  // a company across countries
};

// Types of events: PLOVER 2.0, and HAZARD for what nature or accident does.
enum class EventType : uint8_t {
  kAgree,      // a promise, an offer or readiness to cooperate
  kConsult,    // a meeting, visit or talk that took place
  kSupport,    // praise, recognition, diplomatic ties, signing or ratifying
  kConcede,    // giving in by words: lifting a restriction, a pardon, an apology, an announced withdrawal
  kCooperate,  // material cooperation of both sides: trade, exercises, extradition
  kAid,        // material help of one side: money, arms, relief, asylum, rescue
  kRetreat,    // giving in by deeds: withdrawal, release, a ceasefire, resignation
  kRequest,    // a demand, an order or an appeal
  kAccuse,     // criticism, an accusation, a lawsuit, an investigation
  kReject,     // a refusal, a veto
  kThreaten,   // a threat with serious consequences
  kProtest,    // collective action of civilians
  kSanction,   // cutting or reducing relations; a conviction
  kMobilize,   // a show of force short of its use
  kCoerce,     // repression short of violence
  kAssault,    // deliberate violence
  kHazard,     // what nature or accident does
};

// Modes of events: PLOVER's, and of HAZARD what befell.
enum class EventMode : uint8_t {
  kVisit,           // one side travels to the other
  kThirdParty,      // a third party mediates
  kMultilateral,    // more than two sides meet
  kPhone,           // over the telephone or a video link
  kWithdraw,        // forces, members or consent are taken back
  kRelease,         // people or property are set free
  kDisarm,          // weapons are laid down or destroyed
  kCeasefire,       // fighting is stopped
  kAccess,          // entry is allowed: to observers, inspectors, relief
  kResign,          // somebody in power steps down
  kAssist,          // about material help
  kChange,          // about a change of policy, leaders or institutions
  kYield,           // about giving in: a withdrawal, release, ceasefire
  kMeet,            // about meeting or negotiating
  kDisapprove,      // criticism
  kInvestigate,     // an inquiry into wrongdoing
  kAllege,          // a claim of wrongdoing, in court or outside
  kRestrict,        // freedoms or movement are curtailed
  kArrest,          // people are detained
  kRelations,       // relations are to be reduced or cut
  kExpel,           // people or bodies are sent away
  kTerritory,       // territory is to be taken or closed
  kViolence,        // violence is to be used
  kDemo,            // a demonstration, rally or march
  kRiot,            // a violent protest
  kStrike,          // workers or others stop their work
  kHunger,          // a hunger strike
  kBoycott,         // buying, voting or taking part is refused
  kObstruct,        // roads, buildings or work are blocked
  kVandalize,       // property is damaged in protest
  kConvict,         // a court finds guilty or sentences
  kDiscontinue,     // talks, membership or exchange are ended
  kTroops,          // soldiers are sent or readied
  kWeapons,         // weapons are placed, tested or readied
  kPolice,          // police are sent or readied
  kMilitia,         // armed civilians are raised
  kSeize,           // property or territory is taken
  kCensor,          // media, speech or the internet are restricted
  kCurfew,          // a curfew
  kMartialLaw,      // martial law or a state of emergency
  kDeport,          // people are taken out of the country or moved by force
  kWithhold,        // power, water, internet, food or medicine are cut off
  kMisinformation,  // false information is spread
  kCyber,           // an attack on computers
  kAbduct,          // people are taken by force
  kBeat,            // people are beaten
  kTorture,         // people are tortured
  kSexual,          // sexual violence
  kTargeted,        // a chosen person is attacked or killed
  kDestroy,         // property is destroyed
  kPrimitive,       // with knives, stones, fire, vehicles
  kFirearms,        // with small arms
  kExplosives,      // with bombs and mines
  kSuicideAttack,   // the attacker dies with the victims
  kAerial,          // from aircraft
  kDrone,           // from unmanned aircraft
  kHeavyWeapons,    // with artillery, tanks, missiles
  kCrowdControl,    // with tear gas, water cannon, rubber bullets
  kUnconventional,  // with chemical, biological or radiological weapons; mass killing
  kEarthquake,      // an earthquake
  kTsunami,         // a wave raised by one
  kEruption,        // a volcano erupts
  kStorm,           // wind, snow, hail, lightning
  kFlood,           // water where it should not be
  kLandslide,       // earth, mud, rock or snow slides
  kDrought,         // lasting lack of rain
  kFamine,          // lack of food
  kHeat,            // a spell of heat
  kCold,            // a spell of cold
  kWildfire,        // forest or grass burns
  kFire,            // a building, ship, plant burns
  kExplosion,       // an explosion by accident
  kEpidemic,        // a disease spreads
  kCrash,           // vehicles, aircraft or trains crash
  kCollapse,        // a building, bridge or mine collapses
  kSinking,         // a ship sinks or capsizes
  kOther,           // any other
};

// Contexts of events, PLOVER's.
enum class EventContext : uint8_t {
  kMilitary,               // the armed forces of states
  kIntelligence,           // espionage and secret services
  kExecutive,              // the executive's own matters
  kLegislative,            // parliaments and their bills
  kElection,               // elections and campaigns
  kPoliticalInstitutions,  // constitutions, federalism, the order of the state
  kProDemocracy,           // towards democracy
  kProAutocracy,           // away from democracy
  kEconomic,               // trade, money, work, prices
  kLegal,                  // courts and the law
  kReparations,            // amends for past wrongs
  kHumanRights,            // human rights
  kRightsFreedoms,         // civil rights and freedoms
  kRepression,             // force of the state on the unarmed
  kHumanSecurity,          // access to water, food, housing, energy
  kGender,                 // gender
  kLgbt,                   // sexual minorities
  kReligionEthnicity,      // religions and ethnic groups
  kInequality,             // poverty and inequality
  kDiplomatic,             // relations between states
  kTerritory,              // borders and territory
  kPeacekeeping,           // peacekeeping missions
  kHealth,                 // health and disease
  kAsylum,                 // asylum
  kMigration,              // migration and refugees
  kDisasters,              // disasters of nature and accident
  kNaturalResource,        // oil, ore, water, land
  kEnvironment,            // the environment and climate
  kTechnology,             // technology
  kTerrorism,              // terrorism
  kCbrn,                   // chemical, biological, radiological, nuclear
  kCyber,                  // computers and networks
  kMisinformation,         // false information
  kCrime,                  // crime
  kCorruption,             // corruption
  kIllegalDrugs,           // illegal drugs
  kTrafficking,            // trade in people, arms, animals
};

// Sub-event types of ACLED.
enum class AcledSubEvent : uint8_t {
  kArmedClash,                       // two armed sides fight
  kGovernmentRegainsTerritory,       // state forces take territory back
  kNonStateActorOvertakesTerritory,  // rebels or militias take territory
  kChemicalWeapon,                   // a chemical weapon is used
  kAirDroneStrike,                   // a strike from the air
  kSuicideBomb,                      // a bomber dies with the victims
  kShellingArtilleryMissileAttack,   // shelling, artillery, missiles
  kRemoteExplosiveLandmineIed,       // a planted explosive
  kGrenade,                          // a grenade
  kSexualViolence,                   // sexual violence
  kAttack,                           // an attack on civilians
  kAbductionForcedDisappearance,     // people are taken
  kPeacefulProtest,                  // a protest without violence
  kProtestWithIntervention,          // a peaceful protest that is broken up
  kExcessiveForceAgainstProtesters,  // protesters are killed or badly hurt
  kViolentDemonstration,             // a demonstration that turns violent
  kMobViolence,                      // a crowd attacks
  kAgreement,                        // an agreement of the parties
  kArrests,                          // mass or political arrests
  kChangeToGroupActivity,            // a group forms, splits or changes what it does
  kDisruptedWeaponsUse,              // an attack is foiled
  kHeadquartersOrBaseEstablished,    // a base is set up
  kLootingPropertyDestruction,       // property is looted or destroyed
  kNonViolentTransferOfTerritory,    // territory changes hands without a fight
  kOther,                            // any other strategic development
};

// What a figure counts.
enum class FigureKind : uint8_t {
  kKilled,            // people who died
  kInjured,           // people who were hurt
  kHospitalized,      // people taken to hospital
  kMissing,           // people of whom nothing is known
  kArrested,          // people detained or arrested
  kDetainedReleased,  // detained people who were let go
  kDisplaced,         // people who fled or lost their homes
  kEvacuated,         // people brought away
  kRescued,           // people saved
  kAffected,          // people or households that something befell
  kInfected,          // people who caught a disease
  kRecovered,         // people who are well again
  kVaccinated,        // people vaccinated, doses given
  kTested,            // people tested, tests made
  kParticipants,      // people who took part
  kDeployed,          // people or things sent in
  kDamaged,           // things damaged
  kDestroyed,         // things destroyed
  kSeized,            // things taken
  kCases,             // cases: of a disease, of a crime
  kVotes,             // votes and seats
  kMoney,             // an amount of money
  kRate,              // a percentage or a number for each of something
  kMagnitude,         // the strength of an earthquake, storm or the like
  kOther,             // any other number
};

// How its words bound a number.
enum class Bound : uint8_t {
  kExactly,    // the number itself
  kAbout,      // about it
  kMoreThan,   // more than it
  kAtLeast,    // it or more
  kLessThan,   // less than it
  kAtMost,     // it or less
  kBetween,    // from `value` to `high`
  kDozens,     // `value` is 24
  kHundreds,   // `value` is 200
  kThousands,  // `value` is 2000, of tens or hundreds of thousands ten or a hundred times that
  kMillions,   // `value` is 2000000
};

// What a running count is of.
enum class Running : uint8_t {
  kTotal,       // all so far
  kAdditional,  // those that came on top
};

// Types of measures.
enum class MeasureType : uint8_t {
  kStateOfEmergency,           // a state of emergency, alarm or calamity
  kMartialLaw,                 // martial law
  kCurfew,                     // people stay at home at set hours
  kMovementRestriction,        // movement within the country is limited
  kAssemblyBan,                // gatherings are forbidden
  kBorderClosure,              // a border or crossing is closed
  kTravelBan,                  // persons or flights may not enter or leave
  kLockdown,                   // people stay at home, all but the needful is shut
  kClosure,                    // schools, shops, roads or other places are closed
  kCommunicationsRestriction,  // media, internet or telephones are limited
  kPriceRegulation,            // prices are set, capped or frozen
  kSubsidy,                    // a price or a purse is supported
  kTax,                        // a tax, duty or fee
  kTradeRestriction,           // imports, exports or sales are limited; goods are rationed
  kSanctions,                  // sanctions on a state, body or person
  kDeployment,                 // forces or staff are sent
  kEvacuationOrder,            // people must leave
  kAmnesty,                    // a pardon or amnesty
  kRelease,                    // people are let go
  kInvestigation,              // an inquiry is opened
  kVaccination,                // a campaign of vaccination
  kAidProgramme,               // help: money, food, shelter
  kRegulation,                 // a rule of any other kind: a law, decree, order
  kBan,                        // something is forbidden
  kDeferral,                   // something is put off
  kReform,                     // institutions or laws are changed
  kElectionCall,               // an election is called
  kWithdrawal,                 // forces, members or consent are taken back
  kAlert,                      // a warning of weather, security or health
  kOther,                      // any other measure
};

// How a measure stands.
enum class MeasureStatus : uint8_t {
  kInForce,      // it applies
  kAnnounced,    // it is decided and not yet in force
  kPlanned,      // it is intended or under debate
  kCalledFor,    // somebody asks for it
  kExtended,     // it lasts longer or reaches further
  kEased,        // it is made milder
  kLifted,       // it is ended
  kExpired,      // it ran out
  kSuspended,    // it is set aside for a time
  kRecommended,  // it is advised and binds nobody
  kRejected,     // it was refused
  kBlocked,      // a court or other power stopped it
};

// Systems that people depend on.
enum class ServiceSystem : uint8_t {
  kInternet,         // the internet and its services
  kTelephone,        // telephones, mobile and fixed
  kPower,            // electricity
  kWater,            // water and sewerage
  kGas,              // gas
  kHeating,          // heating
  kFuel,             // petrol, diesel and their sale
  kBanks,            // banks
  kAtms,             // cash machines
  kPayments,         // payments and cards
  kMarkets,          // markets, shops, exchanges
  kAirports,         // airports
  kAirTraffic,       // flights and air space
  kRail,             // trains
  kRoads,            // roads, bridges, tunnels
  kPublicTransport,  // buses, trams, metros, ferries in town
  kPorts,            // ports and shipping
  kSchools,          // schools and universities
  kHospitals,        // hospitals and clinics
  kCourts,           // courts
  kGovernment,       // offices and services of the state
  kMedia,            // broadcasters, newspapers, sites
  kTrade,            // trade across a border
  kOther,            // any other system
};

// States of a system.
enum class ServiceState : uint8_t {
  kDown,       // it does not work
  kDegraded,   // it works in part
  kSuspended,  // it was stopped on purpose
  kRestored,   // it works again
  kNormal,     // it works
};

// What an office row tells.
enum class OfficeChange : uint8_t {
  kHolds,      // is in office
  kAppointed,  // was given it
  kElected,    // was voted into it
  kAssumed,    // took it up
  kActing,     // fills it for a time
  kNominated,  // was proposed for it
  kResigned,   // gave it up
  kDismissed,  // was removed from it
  kSuspended,  // was set aside for a time
  kDied,       // died
  kFormer,     // held it once
};

// Acts of speech.
enum class SpeechAct : uint8_t {
  kSay,                  // says, tells, adds
  kAnnounce,             // makes known what is to come
  kConfirm,              // says that it is so
  kDeny,                 // says that it is not so
  kCallFor,              // asks for a thing to be done
  kDemand,               // asks for it with force
  kPledge,               // promises
  kThreaten,             // threatens
  kWarn,                 // warns
  kAccuse,               // lays a wrong at somebody's door
  kCondemn,              // finds it wrong
  kPraise,               // finds it good
  kApologize,            // asks for pardon
  kReport,               // passes on what was found
  kEstimate,             // gives a reckoning
  kClaimResponsibility,  // says that it was they
  kAsk,                  // asks a question
};

// Relations of two items.
enum class LinkRelation : uint8_t {
  kCauses,       // `from` brought `to` about
  kRespondsTo,   // `from` is done because of `to`, or against it
  kPartOf,       // `from` is a part of `to`
  kUpdates,      // `from` is the newer state of `to`
  kContradicts,  // `from` and `to` cannot both be so
};

// How many terms the vocabulary E has; 0 for a type that is none.
template <typename E>
inline constexpr size_t kTerms = 0;
template <>
inline constexpr size_t kTerms<Register> = 8;
template <>
inline constexpr size_t kTerms<Modality> = 8;
template <>
inline constexpr size_t kTerms<PlacePrecision> = 6;
template <>
inline constexpr size_t kTerms<Granularity> = 9;
template <>
inline constexpr size_t kTerms<TimeBasis> = 3;
template <>
inline constexpr size_t kTerms<Sector> = 30;
template <>
inline constexpr size_t kTerms<EventType> = 17;
template <>
inline constexpr size_t kTerms<EventMode> = 77;
template <>
inline constexpr size_t kTerms<EventContext> = 37;
template <>
inline constexpr size_t kTerms<AcledSubEvent> = 25;
template <>
inline constexpr size_t kTerms<FigureKind> = 25;
template <>
inline constexpr size_t kTerms<Bound> = 11;
template <>
inline constexpr size_t kTerms<Running> = 2;
template <>
inline constexpr size_t kTerms<MeasureType> = 30;
template <>
inline constexpr size_t kTerms<MeasureStatus> = 12;
template <>
inline constexpr size_t kTerms<ServiceSystem> = 24;
template <>
inline constexpr size_t kTerms<ServiceState> = 5;
template <>
inline constexpr size_t kTerms<OfficeChange> = 11;
template <>
inline constexpr size_t kTerms<SpeechAct> = 17;
template <>
inline constexpr size_t kTerms<LinkRelation> = 5;

template <typename E>
concept Vocabulary = (kTerms<E> != 0);

// The names of all terms, in order.
template <Vocabulary E>
std::span<const std::string_view, kTerms<E>> Names() = delete;
template <>
std::span<const std::string_view, kTerms<Register>> Names<Register>();
template <>
std::span<const std::string_view, kTerms<Modality>> Names<Modality>();
template <>
std::span<const std::string_view, kTerms<PlacePrecision>> Names<PlacePrecision>();
template <>
std::span<const std::string_view, kTerms<Granularity>> Names<Granularity>();
template <>
std::span<const std::string_view, kTerms<TimeBasis>> Names<TimeBasis>();
template <>
std::span<const std::string_view, kTerms<Sector>> Names<Sector>();
template <>
std::span<const std::string_view, kTerms<EventType>> Names<EventType>();
template <>
std::span<const std::string_view, kTerms<EventMode>> Names<EventMode>();
template <>
std::span<const std::string_view, kTerms<EventContext>> Names<EventContext>();
template <>
std::span<const std::string_view, kTerms<AcledSubEvent>> Names<AcledSubEvent>();
template <>
std::span<const std::string_view, kTerms<FigureKind>> Names<FigureKind>();
template <>
std::span<const std::string_view, kTerms<Bound>> Names<Bound>();
template <>
std::span<const std::string_view, kTerms<Running>> Names<Running>();
template <>
std::span<const std::string_view, kTerms<MeasureType>> Names<MeasureType>();
template <>
std::span<const std::string_view, kTerms<MeasureStatus>> Names<MeasureStatus>();
template <>
std::span<const std::string_view, kTerms<ServiceSystem>> Names<ServiceSystem>();
template <>
std::span<const std::string_view, kTerms<ServiceState>> Names<ServiceState>();
template <>
std::span<const std::string_view, kTerms<OfficeChange>> Names<OfficeChange>();
template <>
std::span<const std::string_view, kTerms<SpeechAct>> Names<SpeechAct>();
template <>
std::span<const std::string_view, kTerms<LinkRelation>> Names<LinkRelation>();

// The names of a vocabulary by its own: "event_type"; none for a name that is no vocabulary's.
std::span<const std::string_view> NamesOf(std::string_view vocabulary);

template <Vocabulary E>
std::string_view Name(E term) {
  return Names<E>()[static_cast<size_t>(term)];
}

template <Vocabulary E>
std::optional<E> Parse(std::string_view name) {
  const std::span<const std::string_view, kTerms<E>> names = Names<E>();
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

// All terms, in order.
template <Vocabulary E>
constexpr std::array<E, kTerms<E>> Terms() {
  std::array<E, kTerms<E>> terms{};
  for (size_t i = 0; i < terms.size(); ++i) terms[i] = static_cast<E>(i);
  return terms;
}

}  // namespace diurna

#endif  // DIURNA_VOCABULARY_H_
