// Prices: amounts of money, and changes in percent, that a sentence gives to a good.
//
// An amount is a price where its clause names a good and something that makes a price of it: a word for price, a verb
// that prices move or sell by, or a rate ("per litre"). A bare number joins in where the sentence, or the price before
// it, tells the currency ("a loaf was 10 pesos, now 20"). An amount that is told of the past ("from A", "against A",
// "A a year ago", "that sold for A") is where the price came from. A rate of exchange is the price of a currency: "7.20
// to the dollar". Large sums are no prices. The money that a price takes is no figure.

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_map>
#include <vector>

#include "record/registers.h"
#include "syntax/closed_class.h"
#include "syntax/tree.h"

namespace diurna {

namespace {

constexpr double kLargestPrice = 1e6;
constexpr double kLargestByVerb = 1e5;  // where only a verb speaks of a price

}  // namespace

struct PriceFinder::Impl {
  class Reading;

  explicit Impl(const Lexicon& lexicon)
      : good_entries(lexicon.Entries("good")), exchanged(lexicon.Entries("exchanged")) {
    for (const LexiconEntry& entry : good_entries) {
      for (const std::string_view word : entry.List("words")) goods.emplace(word, &entry);
    }
    for (const LexiconEntry& entry : exchanged) {
      for (const auto& [word, code] : entry.Map("codes")) currency_of.emplace(word, Currency{code, &entry});
    }
  }

  struct Currency {
    std::string_view code;
    const LexiconEntry* entry = nullptr;
  };

  std::vector<LexiconEntry> good_entries, exchanged;
  std::unordered_map<std::string_view, const LexiconEntry*> goods;
  std::unordered_map<std::string_view, Currency> currency_of;  // "lira": TRY
};

PriceFinder::PriceFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
PriceFinder::PriceFinder(PriceFinder&&) noexcept = default;
PriceFinder::~PriceFinder() = default;

// One report while its prices are read.
class PriceFinder::Impl::Reading {
 public:
  Reading(const Impl& impl, const ReportView& view, Drafts* drafts)
      : impl_(impl),
        view_(view),
        analysis_(view.analysis),
        numbers_(view.mentions.numbers),
        drafts_(*drafts),
        taken_(numbers_.size(), false) {}

  void Read() {
    for (uint32_t first = 0; first < numbers_.size();) {
      const uint32_t sentence = SentenceOf(first);
      uint32_t last = first;
      while (last < numbers_.size() && SentenceOf(last) == sentence) ++last;
      if (view_.sentences.InBody(numbers_[first].tokens.begin)) ReadSentence(sentence, first, last);
      first = last;
    }
    ReadFree();
    std::erase_if(drafts_.figures, [&](const Draft<Figure>& draft) {
      const Figure& figure = draft.row;
      if (figure.kind != FigureKind::kMoney && figure.kind != FigureKind::kRate) return false;
      const Span evidence = figure.evidence.bytes;
      const auto first = std::partition_point(numbers_.begin(), numbers_.end(),
                                              [&](const NumberMention& n) { return n.span.end <= evidence.begin; });
      for (auto n = first; n != numbers_.end() && n->span.Overlaps(evidence); ++n) {
        if (taken_[static_cast<size_t>(n - numbers_.begin())]) return true;
      }
      return false;
    });
  }

 private:
  struct Amount {
    uint32_t number = 0;
    bool past = false;     // told of an earlier time
    OptionalIndex rate{};  // token of the currency that it is "to": a rate of exchange
    OptionalIndex good{};  // token
    OptionalIndex from{};  // index of the amount that it came from
    bool used = false;     // as where another came from
    bool bare = false;     // without a currency of its own
  };

  uint32_t SentenceOf(uint32_t number) const { return analysis_[numbers_[number].tokens.head].sentence; }
  std::string_view Before(uint32_t number) const {
    const uint32_t at = analysis_.TokenAt(numbers_[number].bound_span.begin);
    return at > 0 ? analysis_[at - 1].lower : std::string_view();
  }
  std::string_view Verb(uint32_t number) const {
    const uint32_t verb = view_.propositions.ancestry.VerbAbove(numbers_[number].tokens.head);
    const Proposition* p = view_.PropositionOf(verb);
    return p != nullptr && p->predicate.find('_') == std::string::npos ? std::string_view(p->predicate)
                                                                       : view_.lemmas[verb];
  }
  // "12 bakeries": the number stands before what it counts.
  bool CountsNext(const NumberMention& n) const {
    const Token& head = analysis_[n.tokens.head];
    return (IsCount(head) || IsCompoundPart(head) || IsAdjectivalModifier(head)) &&
           (!n.counted || *n.counted > n.tokens.head);
  }
  bool In(uint32_t sentence, const WordSet& set) const {
    const Sentence& bounds = analysis_.sentences()[sentence];
    for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
      if (set.contains(view_.lemmas[i])) return true;
    }
    return false;
  }
  // The entry by which a token names a good; null where it names none.
  const LexiconEntry* GoodAt(uint32_t i) const {
    if (!IsNoun(analysis_[i]) || view_.mentions.number_of[i]) return nullptr;
    const auto one = impl_.goods.find(view_.lemmas[i]);
    if (one != impl_.goods.end()) return one->second;
    if (i == 0) return nullptr;
    std::string words(view_.lemmas[i - 1]);
    words.append(" ").append(view_.lemmas[i]);
    const auto two = impl_.goods.find(std::string_view(words));
    return two != impl_.goods.end() ? two->second : nullptr;
  }
  bool IsGood(uint32_t i) const { return GoodAt(i) != nullptr; }
  // Why a row about the good at a token is there.
  Why WhyOf(OptionalIndex good, std::string_view rule) const {
    const LexiconEntry* entry = good ? GoodAt(*good) : nullptr;
    return entry != nullptr ? Why(*entry, rule) : Why(rule);
  }
  // The good that a price at token `at` is of: the last one named before it, else the first behind it.
  OptionalIndex GoodFor(uint32_t sentence, uint32_t at) const {
    constexpr uint32_t kMostTokens = 300;  // to either side; binds only in endless sentences
    const Sentence& bounds = analysis_.sentences()[sentence];
    const uint32_t end = std::min(bounds.end, at + kMostTokens);
    OptionalIndex before, after;
    for (uint32_t i = std::max(bounds.begin, at - std::min(at, kMostTokens)); i < end; ++i) {
      if (!IsGood(i)) continue;
      if (i < at) {
        before = i;
      } else if (!after) {
        after = i;
      }
    }
    return before ? before : after;
  }

  // "7.20 to the dollar", "76 per euro": the token of the currency that is bought.
  OptionalIndex RateOf(uint32_t number) const {
    constexpr uint32_t kReach = 5;
    const uint32_t end = numbers_[number].tokens.end;
    bool led = false;
    for (uint32_t i = end; i < std::min<uint32_t>(static_cast<uint32_t>(analysis_.size()), end + kReach); ++i) {
      const std::string_view lower = analysis_[i].lower;
      if (closed_class::kRatePreposition.Has(lower)) led = true;
      if (!led && view_.mentions.number_of[i]) break;
      if (led && view_.words["reserve_currency"].contains(view_.lemmas[i]) && !view_.mentions.number_of[i]) {
        return i;
      }
    }
    return std::nullopt;
  }

  bool IsPast(uint32_t number) const {
    const std::string_view before = Before(number);
    if (closed_class::kComparedWith.Has(before)) return true;
    const uint32_t verb = view_.propositions.ancestry.VerbAbove(numbers_[number].tokens.head);
    for (const uint32_t child : ChildrenOf(analysis_, verb)) {
      if (IsClauseMarker(analysis_[child]) && closed_class::kAfter.Has(analysis_[child].lower)) return true;
    }
    // "after selling for A"
    if (IsPresentParticiple(analysis_[verb]) && analysis_[verb].head != verb &&
        closed_class::kAfter.Has(analysis_[analysis_[verb].head].lower)) {
      return true;
    }
    if (IsRelativeClause(analysis_[verb]) && !IsPresentTense(analysis_[verb])) return true;
    constexpr uint32_t kReach = 5;
    const uint32_t end = numbers_[number].tokens.end;
    for (uint32_t i = end; i < std::min<uint32_t>(static_cast<uint32_t>(analysis_.size()), end + kReach); ++i) {
      if (analysis_[i].lower == "," || analysis_[i].lower == "." || view_.mentions.number_of[i]) break;
      if (view_.words["earlier_word"].contains(analysis_[i].lower)) return true;
    }
    return false;
  }

  // A number without a currency where a price stands: "was going for 1,200", "up from 1.20".
  bool IsBarePrice(uint32_t number, bool money_near) const {
    const NumberMention& n = numbers_[number];
    if (n.kind != NumberKind::kCount || CountsNext(n) || n.value >= kLargestByVerb || n.value <= 0) return false;
    if (view_.mentions.time_of[n.tokens.head]) return false;
    const std::string_view before = Before(number);
    const bool led = closed_class::kBeforeAmount.Has(before) || closed_class::kAgainst.Has(before);
    const Token& head = analysis_[n.tokens.head];
    const bool placed = IsPrepositionalObject(head) || IsDirectObject(head) || IsPredicateNoun(head);
    if (!led && !(placed && view_.words["cost_verb"].contains(Verb(number)))) return false;
    if (!money_near) return view_.words["selling_verb"].contains(Verb(number));
    return view_.words["price_verb"].contains(Verb(number)) || closed_class::kFrom.Has(before) ||
           closed_class::kAgainst.Has(before);
  }

  void ReadSentence(uint32_t sentence, uint32_t first, uint32_t last) {
    const bool cue = In(sentence, view_.words["price_noun"]);
    const bool verb = In(sentence, view_.words["price_verb"]);
    const bool by_unit = In(sentence, view_.words["sold_by"]);
    bool money_near = false;
    for (uint32_t i = first; i < last; ++i) money_near = money_near || numbers_[i].kind == NumberKind::kMoney;
    const Draft<Price>* previous = drafts_.prices.empty() ? nullptr : &drafts_.prices.back();
    const bool carries_on = previous != nullptr && sentence - analysis_[previous->token].sentence <= 1;

    std::vector<Amount> amounts;
    for (uint32_t i = first; i < last; ++i) {
      const NumberMention& number = numbers_[i];
      if (number.converts) continue;
      Amount amount{.number = i};
      const bool money = number.kind == NumberKind::kMoney && number.value < kLargestPrice;
      if (money || number.kind == NumberKind::kCount) amount.rate = RateOf(i);
      if (amount.rate && (money || !CountsNext(number))) {
        amount.good = CurrencyBefore(sentence, number.tokens.begin);
        if (!amount.good) amount.rate = std::nullopt;
      } else if (amount.rate && !money) {
        amount.rate = std::nullopt;
      }
      if (!amount.rate) {
        amount.bare = !money;
        if (!money && !((money_near || carries_on) && IsBarePrice(i, money_near))) continue;
        amount.good = GoodFor(sentence, number.tokens.begin);
        if (!amount.good && !((amount.bare || by_unit) && carries_on)) continue;
        if (money && view_.words["not_price_verb"].contains(Verb(i))) continue;
        if (money && !(cue || !number.per.empty() || (verb && number.value < kLargestByVerb))) continue;
      }
      amount.past = IsPast(i);
      amounts.push_back(amount);
    }
    // Where an amount came from: the past one beside it, of the same good.
    for (size_t k = 0; k < amounts.size(); ++k) {
      if (amounts[k].past) continue;
      for (const size_t beside : {k + 1, k - 1}) {  // k - 1 wraps around at the first
        if (beside >= amounts.size() || !amounts[beside].past || amounts[beside].used) continue;
        if (beside < k && amounts[k].good != amounts[beside].good &&
            !closed_class::kFrom.Has(Before(amounts[beside].number)))
          continue;
        amounts[k].from = static_cast<uint32_t>(beside);
        amounts[beside].used = true;
        break;
      }
    }
    bool any = false;
    for (const Amount& amount : amounts) {
      if (amount.used) continue;
      if (amount.past && !numbers_[amount.number].high && closed_class::kFrom.Has(Before(amount.number)) &&
          carries_on && previous != nullptr && !previous->row.from) {
        drafts_.prices.back().row.from = numbers_[amount.number].value;
        taken_[amount.number] = true;
        continue;
      }
      if (amount.bare && !amount.from && !carries_on && amounts.size() < 2) continue;
      AddAmount(sentence, amount, amounts, first, last);
      any = true;
    }
    if (!any && !money_near) ReadChange(sentence, cue, first, last);
  }

  // The currency named last before a rate of exchange: "the LIRA fell to 7.20 to the dollar".
  OptionalIndex CurrencyBefore(uint32_t sentence, uint32_t at) const {
    constexpr uint32_t kMostTokens = 300;  // binds only in endless sentences
    for (uint32_t i = at; i > analysis_.sentences()[sentence].begin && at - i < kMostTokens;) {
      --i;
      if (IsNoun(analysis_[i]) && !view_.mentions.number_of[i] &&
          (impl_.currency_of.contains(view_.lemmas[i]) || view_.words["currency_word"].contains(view_.lemmas[i]))) {
        return i;
      }
    }
    return std::nullopt;
  }

  // What the price is for one of: "per litre", "a KILO of rice", "a LOAF".
  std::string UnitOf(const Amount& amount, uint32_t of) const {
    if (amount.rate) return std::string(view_.lemmas[*amount.rate]);
    if (!numbers_[of].per.empty() && !view_.words["not_unit"].contains(numbers_[of].per)) return numbers_[of].per;
    if (!amount.good) return {};
    const uint32_t good = *amount.good;
    const WordSet& units = view_.words["sold_by"];
    if (closed_class::kOf.Has(PrepositionOf(analysis_, good))) {
      const uint32_t above = AbovePreposition(analysis_, good);
      if (units.contains(view_.lemmas[above])) return std::string(view_.lemmas[above]);
    }
    if (units.contains(view_.lemmas[good])) return std::string(view_.lemmas[good]);
    // "$3 for a gallon", "for one gigabyte"
    constexpr uint32_t kReach = 4;
    const uint32_t end = numbers_[of].tokens.end;
    bool led = false;
    for (uint32_t i = end; i < std::min<uint32_t>(static_cast<uint32_t>(analysis_.size()), end + kReach); ++i) {
      if (closed_class::kBeforeUnit.Has(analysis_[i].lower)) led = true;
      if (led && units.contains(view_.lemmas[i])) return std::string(view_.lemmas[i]);
    }
    return {};
  }

  // Whether a sentence has verbs of rising and of falling.
  struct Trend {
    uint32_t sentence = UINT32_MAX;
    bool rises = false, falls = false;
  };
  Trend TrendOf(uint32_t sentence) {
    if (trend_.sentence != sentence) {
      trend_ = {sentence, In(sentence, view_.words["rise_verb"]), In(sentence, view_.words["fall_verb"])};
    }
    return trend_;
  }

  double SignedPercent(uint32_t percent) {
    const uint32_t sentence = SentenceOf(percent);
    const std::string_view verb = Verb(percent);
    bool falls = view_.words["fall_verb"].contains(verb);
    if (!falls && !view_.words["rise_verb"].contains(verb)) {
      const Trend trend = TrendOf(sentence);
      falls = trend.falls && !trend.rises;
    }
    return falls ? -numbers_[percent].value : numbers_[percent].value;
  }

  void AddAmount(uint32_t sentence, const Amount& amount, const std::vector<Amount>& amounts, uint32_t first,
                 uint32_t last) {
    constexpr uint32_t kMostNumbers = 100;  // to either side; binds only in endless sentences
    const uint32_t i = amount.number;
    first = std::max(first, i - std::min(i, kMostNumbers));
    last = std::min(last, i + kMostNumbers);
    const NumberMention& number = numbers_[i];
    Price price;
    price.to = number.value;
    price.high = number.high;
    price.bound = number.bound;
    price.currency = number.currency;
    // "went from 0.70 to 1.10", read as one range
    if (number.high && closed_class::kFrom.Has(Before(i)) && view_.words["price_verb"].contains(Verb(i))) {
      price.from = number.value;
      price.to = number.high;
      price.high.reset();
      price.bound = Bound::kExactly;
    }
    taken_[i] = true;
    std::string unit = UnitOf(amount, i);
    if (amount.from) {
      const NumberMention& from = numbers_[amounts[*amount.from].number];
      price.from = from.value;
      if (price.currency.empty()) price.currency = from.currency;
      if (unit.empty()) unit = UnitOf(amounts[*amount.from], amounts[*amount.from].number);
      taken_[amounts[*amount.from].number] = true;
    }
    for (uint32_t k = first; k < last; ++k) {
      if (numbers_[k].converts == i) {
        price.converted.push_back({numbers_[k].value, numbers_[k].currency});
        taken_[k] = true;
      }
    }
    // The change told beside it: the nearest percentage.
    OptionalIndex change;
    for (uint32_t k = first; k < last; ++k) {
      if (numbers_[k].kind != NumberKind::kPercent || taken_[k]) continue;
      const auto away = [&](uint32_t n) { return n < i ? i - n : n - i; };
      if (!change || away(k) < away(*change)) change = static_cast<uint32_t>(k);
    }
    if (change) {
      price.change_percent = SignedPercent(*change);
      taken_[*change] = true;
    }
    const Draft<Price>* previous = drafts_.prices.empty() ? nullptr : &drafts_.prices.back();
    const bool near = previous != nullptr && sentence - analysis_[previous->token].sentence <= 1;
    if (price.currency.empty() && !amount.rate && near) price.currency = previous->row.currency;
    Why why = WhyOf(amount.good, "an amount of money given to a good");
    if (price.currency.empty() && amount.rate) {
      const std::string_view name = view_.lemmas[*amount.good];
      auto code = impl_.currency_of.find(name);
      if (code == impl_.currency_of.end()) {  // a name that countries share
        code = impl_.currency_of.find(std::string(view_.scope.country).append(" ").append(name));
      }
      if (code != impl_.currency_of.end()) {
        price.currency = code->second.code;
        why.Add(code->second.entry);
      }
    }
    price.commodity = amount.good ? NounPhraseText(analysis_, *amount.good, false)
                      : near      ? previous->row.commodity
                                  : std::string();
    if (unit.empty() && near && previous->row.commodity == price.commodity) unit = previous->row.unit;
    price.unit = std::move(unit);
    Span evidence = number.bound_span;
    if (amount.good) evidence = Hull(evidence, analysis_[*amount.good].span);
    if (amount.from) evidence = Hull(evidence, numbers_[amounts[*amount.from].number].span);
    Push(std::move(price), number, evidence, std::move(why));
  }

  static Span Hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

  void Push(Price price, const NumberMention& number, Span evidence, Why why) {
    if (!drafts_.limits.Admit(Register::kPrices, analysis_[number.tokens.head].sentence)) return;
    const uint32_t anchor = view_.propositions.ancestry.VerbAbove(number.tokens.head);
    constexpr uint32_t kWidest = 160;  // bytes
    if (evidence.size() > kWidest) evidence = view_.excerpts.Clause(anchor);
    Draft<Price> draft = view_.MakeDraft<Price>(anchor, evidence, PlaceReach::kNational);
    static_cast<Row&>(price) = static_cast<Row&>(draft.row);
    draft.token = number.tokens.head;
    draft.why = std::move(why);
    if (price.modality != Modality::kPlanned && price.modality != Modality::kPossible &&
        price.modality != Modality::kDenied) {
      price.modality = Modality::kHappened;
    }
    if (const TimeMention* time = view_.anchors.TimeMentionFor(anchor);
        time != nullptr && (time->bound == TimeBound::kFrom || time->bound == TimeBound::kSince)) {
      price.start = time->start;
      // "From January 1 it will be increased", told on the 6th: it is so.
      const std::string& today = view_.document.published;
      if (price.modality == Modality::kPlanned && !today.empty() && price.start.substr(0, 10) <= today) {
        price.modality = Modality::kHappened;
      }
    }
    draft.row = std::move(price);
    drafts_.prices.push_back(std::move(draft));
  }

  // A change in percent alone: its clause speaks of a price, or of what has one by nature (a currency, a share).
  void ReadChange(uint32_t sentence, bool cue, uint32_t first, uint32_t last) {
    const WordSet& rises = view_.words["rise_verb"];
    const WordSet& falls = view_.words["fall_verb"];
    for (uint32_t i = first; i < last; ++i) {
      const NumberMention& number = numbers_[i];
      if (number.kind != NumberKind::kPercent || number.converts) continue;
      const OptionalIndex good = GoodFor(sentence, number.tokens.begin);
      if (!good) continue;
      const bool traded = view_.words["traded"].contains(view_.lemmas[*good]);
      if (!cue && !traded) continue;
      const std::string_view verb = Verb(i);
      const bool moved = cue ? TrendOf(sentence).rises || TrendOf(sentence).falls
                             : rises.contains(verb) || falls.contains(verb) || view_.words["loss_verb"].contains(verb);
      if (!moved) continue;
      Price price;
      price.change_percent = view_.words["loss_verb"].contains(verb) ? -number.value : SignedPercent(i);
      price.bound = number.bound;
      price.commodity = NounPhraseText(analysis_, *good, false);
      taken_[i] = true;
      Push(std::move(price), number, Hull(number.bound_span, analysis_[*good].span),
           WhyOf(good, "a change in percent given to a good"));
      return;
    }
  }

  // "Buses have been free since Monday."
  void ReadFree() {
    for (const Proposition& p : view_.propositions.items) {
      if (p.form != Form::kAdjective || !view_.words["free_of_charge"].contains(p.predicate) || p.negated ||
          !view_.sentences.InBody(p.head))
        continue;
      if (IsAdjectivalModifier(analysis_[p.head])) continue;
      const bool other = std::any_of(p.obliques.begin(), p.obliques.end(), [](const Oblique& oblique) {
        return closed_class::kLackPreposition.Has(oblique.preposition);
      });
      if (other) continue;
      for (const uint32_t theme : p.themes) {
        if (!IsGood(theme)) continue;
        if (!drafts_.limits.Admit(Register::kPrices, analysis_[p.head].sentence)) break;
        Draft<Price> draft =
            view_.MakeDraft<Price>(p.head, view_.excerpts.ClauseWith(p.head, theme), PlaceReach::kNational);
        Price& row = draft.row;
        row.to = 0;
        row.bound = Bound::kExactly;
        row.commodity = NounPhraseText(analysis_, theme, false);
        draft.why = WhyOf(theme, "free of charge");
        row.modality = Modality::kHappened;
        drafts_.prices.push_back(std::move(draft));
        break;
      }
    }
  }

  const Impl& impl_;
  const ReportView& view_;
  const Analysis& analysis_;
  const std::vector<NumberMention>& numbers_;
  Drafts& drafts_;
  std::vector<bool> taken_;  // numbers that belong to a price
  Trend trend_;              // of the sentence that was asked for last
};

void PriceFinder::Find(const ReportView& view, Drafts* drafts) const { Impl::Reading(*impl_, view, drafts).Read(); }

}  // namespace diurna
