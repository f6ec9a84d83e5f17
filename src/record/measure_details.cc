#include "record/measure_details.h"

#include <algorithm>
#include <utility>

#include "syntax/children.h"
#include "syntax/closed_class.h"
#include "syntax/noun_phrase.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

// Types whose goods stand with a carrier ("the price of RICE") and not as themes of their own predicate.
constexpr TermSet<MeasureType> kOnCarried = {MeasureType::kPriceRegulation, MeasureType::kTax, MeasureType::kSubsidy};

// "1,960 Russian peacekeepers were stationed": whose the first force among the nouns is, or none.
OptionalIndex OwnerOfForce(const ReportView& view, const std::vector<uint32_t>& nouns) {
  for (const uint32_t noun : nouns) {
    const OptionalIndex counted = view.propositions.counts[noun];
    const uint32_t force = counted ? *counted : noun;
    if (!view.words["force"].contains(view.lemmas[force])) continue;
    for (const uint32_t modifier : ModifiersOf(view.analysis, force)) {
      if (view.mentions.place_of[modifier]) return modifier;
    }
  }
  return std::nullopt;
}

// Goods as they are found, each once.
class GoodsList {
 public:
  GoodsList(const ReportView& view, const MeasureNouns& nouns) : view_(view), nouns_(nouns) {}

  bool IsCarrier(uint32_t noun) const { return view_.words["goods_carrier"].contains(view_.lemmas[noun]); }

  void Add(uint32_t noun) {
    if (!IsGood(noun)) return;
    std::string text = NounPhraseText(view_.analysis, noun, false);
    if (std::find(goods_.begin(), goods_.end(), text) == goods_.end()) goods_.push_back(std::move(text));
  }

  // What a noun such as "exports", "duty", "price" is of.
  void AddCarried(uint32_t carrier) { AddCarried(carrier, 0); }

  bool empty() const { return goods_.empty(); }
  std::vector<std::string> Take() { return std::move(goods_); }

 private:
  static constexpr int kMostCarriers = 2;  // "a ban on the EXPORT of the SALE of", below the first

  bool IsGood(uint32_t noun) const {
    const Token& token = view_.analysis[noun];
    return IsNoun(token) && !token.entity && !view_.mentions.place_of[noun] && !view_.mentions.time_of[noun] &&
           !view_.kinds.IsHuman(noun) && !view_.kinds.IsBody(noun) && !IsCarrier(noun) &&
           nouns_.At(view_, noun) == nullptr;
  }

  void AddCarried(uint32_t carrier, int depth) {
    const Analysis& analysis = view_.analysis;
    bool listed = false;
    for (const uint32_t child : ChildrenOf(analysis, carrier)) {
      const Token& token = analysis[child];
      if (IsNounModifier(token) && child < carrier) Add(child);
      if (IsPrepositional(token) && view_.words["goods_preposition"].contains(token.lower)) {
        listed |= AddObjects(child, depth);
      }
    }
    if (!listed) return;
    // The rest of an enumeration hung on the carrier: "adjustments on food, gas and diesel".
    for (const uint32_t each : Conjuncts(analysis, carrier)) {
      if (each > carrier && !IsCarrier(each)) Add(each);
    }
  }

  // What stands behind a preposition; whether anything does.
  bool AddObjects(uint32_t preposition, int depth) {
    bool any = false;
    for (const uint32_t object : ObjectsOf(view_.analysis, preposition)) {
      any = true;
      for (const uint32_t each : Conjuncts(view_.analysis, object)) {
        Add(each);
        if (depth < kMostCarriers && IsCarrier(each)) AddCarried(each, depth + 1);
      }
    }
    return any;
  }

  const ReportView& view_;
  const MeasureNouns& nouns_;
  std::vector<std::string> goods_;
};

}  // namespace

MeasureDetails::MeasureDetails(const Lexicon& lexicon, const MeasureNouns& nouns)
    : nouns_(nouns),
      on_goods_(TermsOfClass<MeasureType>(lexicon, "measure_on_goods")),
      deciding_(TermsOfClass<Sector>(lexicon, "deciding_sector")) {}

OptionalIndex MeasureDetails::Decider(const ReportView& view, const MeasureSite& site) const {
  if (const OptionalIndex agent = AgentAbove(view, site)) return agent;
  if (const OptionalIndex maker = MakerOfNoun(view, site.token)) return maker;
  if (site.predicate == nullptr) return std::nullopt;
  const OptionalIndex owner = OwnerOfForce(view, site.predicate->agents);
  return owner ? owner : OwnerOfForce(view, site.predicate->themes);
}

bool MeasureDetails::MayDecide(const ReportView& view, uint32_t token, uint32_t candidate) const {
  if (IsWithin(view.analysis, token, candidate)) return false;
  const uint32_t resolved = Resolve(view.mentions, candidate);
  if (nouns_.At(view, resolved) != nullptr) return false;
  if (view.kinds.IsHuman(candidate) || view.kinds.IsBody(candidate) ||
      view.words["authority_noun"].contains(view.kinds.ResolvedLemma(candidate))) {
    return true;
  }
  const OptionalIndex actor = view.mentions.actor_of[resolved];
  return actor && deciding_.Has(view.mentions.actors[*actor].sector);
}

OptionalIndex MeasureDetails::FirstDecider(const ReportView& view, uint32_t token,
                                           const std::vector<uint32_t>& candidates) const {
  const auto found = std::find_if(candidates.begin(), candidates.end(),
                                  [&](uint32_t candidate) { return MayDecide(view, token, candidate); });
  return found == candidates.end() ? std::nullopt : OptionalIndex(*found);
}

OptionalIndex MeasureDetails::AgentAbove(const ReportView& view, const MeasureSite& site) const {
  constexpr int kMostAbove = 3;
  const Proposition* p = site.predicate;
  for (int steps = 0; p != nullptr && steps < kMostAbove; ++steps) {
    // "The city has entered a state of emergency": whom it befalls does not decide it.
    const bool befalls = view.words["undergo_verb"].contains(p->predicate);
    if (const OptionalIndex agent = befalls ? std::nullopt : FirstDecider(view, site.token, p->agents)) return agent;
    const Proposition* own = steps == 0 ? view.PropositionOf(site.token) : nullptr;
    if (own != nullptr && own != p) {
      if (const OptionalIndex agent = FirstDecider(view, site.token, own->agents)) return agent;
    }
    p = !p->governor ? nullptr : &view.propositions.items[*p->governor];
  }
  return std::nullopt;
}

OptionalIndex MeasureDetails::MakerOfNoun(const ReportView& view, uint32_t token) const {
  constexpr int kMostNounsAround = 3;
  uint32_t noun = token;
  for (int steps = 0; steps < kMostNounsAround; ++steps) {
    for (const uint32_t child : ChildrenOf(view.analysis, noun)) {
      if (const OptionalIndex maker = MakerIn(view, token, noun, child)) return maker;
    }
    // "the state of emergency": what hangs on the noun around it
    if (!closed_class::kOf.Has(PrepositionOf(view.analysis, noun))) break;
    noun = AbovePreposition(view.analysis, noun);
  }
  return std::nullopt;
}

OptionalIndex MeasureDetails::MakerIn(const ReportView& view, uint32_t token, uint32_t noun, uint32_t child) const {
  const Token& word = view.analysis[child];
  if (IsPossessor(word) && MayDecide(view, token, child)) return child;
  if (IsNounModifier(word) && child < noun && view.words["authority_noun"].contains(view.lemmas[child])) {
    return child;  // "a government order"
  }
  if (!IsAdnominalClause(word)) return std::nullopt;
  // "the curfew that the governor imposed"
  const Proposition* clause = view.PropositionOf(child);
  return clause == nullptr ? std::nullopt : FirstDecider(view, token, clause->agents);
}

std::vector<std::string> MeasureDetails::Goods(const ReportView& view, const MeasureSite& site,
                                               MeasureType type) const {
  if (!on_goods_.Has(type)) return {};
  GoodsList goods(view, nouns_);
  if (IsNoun(view.analysis[site.token])) goods.AddCarried(site.token);
  const Proposition* p = site.predicate;
  if (p == nullptr || p->head != site.token || !goods.empty()) return goods.Take();
  for (const uint32_t theme : p->themes) {
    if (goods.IsCarrier(theme)) {
      goods.AddCarried(theme);
    } else if (!kOnCarried.Has(type)) {
      goods.Add(theme);
    }
  }
  if (!goods.empty()) return goods.Take();
  for (const Oblique& oblique : p->obliques) {
    if (closed_class::kOn.Has(oblique.preposition) || closed_class::kOf.Has(oblique.preposition)) {
      goods.Add(oblique.token);
    }
  }
  return goods.Take();
}

std::string MeasureDetails::Instrument(const ReportView& view, const MeasureSite& site) const {
  constexpr uint32_t kFarthest = 800;  // tokens from the anchor; binds only in endless sentences
  const Analysis& analysis = view.analysis;
  const Ancestry& ancestry = view.propositions.ancestry;
  const WordSet& names = view.words["instrument"];
  const uint32_t begin = std::max(analysis[site.anchor].left_edge, site.anchor - std::min(site.anchor, kFarthest));
  const uint32_t last = std::min(analysis[site.anchor].right_edge, site.anchor + kFarthest);
  for (uint32_t i = begin; i <= last && i < analysis.size(); ++i) {
    if (!names.contains(view.lemmas[i]) || !IsNoun(analysis[i]) || IsCompoundPart(analysis[i])) continue;
    if (i != site.token) {
      if (ancestry.VerbAbove(i) != ancestry.VerbAbove(site.anchor)) continue;
      // An order that is a measure itself ("curfew order") or that is held off is no instrument of another.
      if (nouns_.At(view, i) != nullptr && closed_class::kOf.Has(PrepositionOf(analysis, i))) continue;
    }
    return NounPhraseText(analysis, i, false);
  }
  return {};
}

}  // namespace diurna
