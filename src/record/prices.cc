// Prices: amounts of money, and changes in percent, that a sentence gives to a good.
//
// An amount is a price where its clause names a good and something that makes a price of it: a word for price, a verb
// that prices move or sell by, or a rate ("per litre"). "From A to B", "up from A" and a conversion in brackets belong
// to the same row. Large sums are no prices. The money that a price takes is no figure.

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "record/registers.h"

namespace diurna {

namespace {

constexpr double kLargestPrice = 1e6;

}  // namespace

struct PriceFinder::Impl {
  explicit Impl(const Lexicon& lexicon) {
    for (const LexiconEntry& entry : lexicon.Entries("good")) {
      for (const std::string_view word : entry.List("words")) goods.insert(word);
    }
  }

  bool In(const Report& report, uint32_t sentence, const WordSet& set) const {
    const Sentence& bounds = report.analysis.sentences()[sentence];
    for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
      if (set.contains(report.Lemma(i))) return true;
    }
    return false;
  }
  // The good that a price at token `at` is of: the last one named before it, else the first behind it.
  int32_t GoodFor(const Report& report, uint32_t sentence, uint32_t at) const;

  WordSet goods;
};

PriceFinder::PriceFinder(const Lexicon& lexicon) : impl_(std::make_unique<Impl>(lexicon)) {}
PriceFinder::PriceFinder(PriceFinder&&) noexcept = default;
PriceFinder::~PriceFinder() = default;

int32_t PriceFinder::Impl::GoodFor(const Report& report, uint32_t sentence, uint32_t at) const {
  const Sentence& bounds = report.analysis.sentences()[sentence];
  int32_t before = -1, after = -1;
  for (uint32_t i = bounds.begin; i < bounds.end; ++i) {
    const Pos pos = report.analysis[i].pos;
    if (!goods.contains(report.Lemma(i)) || (pos != Pos::kNoun && pos != Pos::kPropn)) continue;
    if (report.mentions.number_of[i] >= 0) continue;
    if (i < at) {
      before = static_cast<int32_t>(i);
    } else if (after < 0) {
      after = static_cast<int32_t>(i);
    }
  }
  return before >= 0 ? before : after;
}

void PriceFinder::Find(const Report& report, Record* record) const {
  const Analysis& analysis = report.analysis;
  const auto& numbers = report.mentions.numbers;
  std::set<uint32_t> taken;  // numbers that belong to a price
  std::set<uint32_t> priced_sentences;
  const auto sentence_of = [&](const NumberMention& n) { return analysis[n.tokens.head].sentence; };
  const auto before_is = [&](const NumberMention& n, std::initializer_list<std::string_view> words) {
    uint32_t at = analysis.TokenAt(n.bound_span.begin);
    return at > 0 && std::find(words.begin(), words.end(), analysis[at - 1].lower) != words.end();
  };
  for (uint32_t i = 0; i < numbers.size(); ++i) {
    const NumberMention& number = numbers[i];
    if (taken.contains(i) || number.converts >= 0 || !report.InBody(number.tokens.begin)) continue;
    const uint32_t sentence = sentence_of(number);
    const bool money = number.kind == NumberKind::kMoney && number.value < kLargestPrice;
    const bool percent = number.kind == NumberKind::kPercent;
    if (!money && !percent) continue;
    const bool cue = impl_->In(report, sentence, report.words["price_noun"]);
    const bool verb = impl_->In(report, sentence, report.words["price_verb"]);
    const int32_t good = impl_->GoodFor(report, sentence, number.tokens.begin);
    if (good < 0) continue;
    if (money && !(cue || !number.per.empty() || (verb && number.value < 1e5))) continue;
    if (percent) {
      // A change in percent alone: its clause must speak of a price.
      const bool priced_here = std::any_of(numbers.begin(), numbers.end(), [&](const NumberMention& n) {
        return n.kind == NumberKind::kMoney && sentence_of(n) == sentence;
      });
      if (!cue || priced_here ||
          !(impl_->In(report, sentence, report.words["rise_verb"]) ||
            impl_->In(report, sentence, report.words["fall_verb"]))) {
        continue;
      }
    }
    Price price;
    taken.insert(i);
    uint32_t last = i;
    if (money) {
      price.to = number.value;
      price.high = number.high;
      price.bound = Name(number.bound);
      price.currency = number.currency;
      if (before_is(number, {"from"})) {
        // "from A to B"
        for (uint32_t k = i + 1; k < numbers.size() && sentence_of(numbers[k]) == sentence; ++k) {
          if (numbers[k].converts >= 0) continue;
          if (numbers[k].kind == NumberKind::kMoney && before_is(numbers[k], {"to"})) {
            price.from = number.value;
            price.to = numbers[k].value;
            price.high = numbers[k].high;
            if (!numbers[k].currency.empty()) price.currency = numbers[k].currency;
            taken.insert(k);
            last = k;
          }
          break;
        }
        if (last == i && !record->prices.empty() && !record->prices.back().from &&
            analysis[record->prices.back().trace.token].sentence == sentence) {
          record->prices.back().from = number.value;
          continue;
        }
      } else {
        // "A, up from B"; "from B to A" whose first amount carries no currency of its own
        for (uint32_t k = 0; k < numbers.size(); ++k) {
          if (k == i || sentence_of(numbers[k]) != sentence || taken.contains(k)) continue;
          const bool bare_from = k + 1 == i && numbers[k].kind != NumberKind::kPercent &&
                                 before_is(numbers[k], {"from"}) && before_is(number, {"to"});
          const bool amount = numbers[k].kind == NumberKind::kMoney || numbers[k].kind == NumberKind::kCount;
          const bool up_from =
              k > i && k <= i + 2 && amount && before_is(numbers[k], {"from", "against", "with", "than"});
          if (bare_from || up_from) {
            price.from = numbers[k].value;
            taken.insert(k);
            break;
          }
        }
      }
      for (uint32_t k = 0; k < numbers.size(); ++k) {
        if (numbers[k].converts == static_cast<int32_t>(last)) {
          price.converted.push_back({numbers[k].value, numbers[k].currency});
          taken.insert(k);
        }
      }
    }
    for (uint32_t k = 0; k < numbers.size(); ++k) {
      if (numbers[k].kind != NumberKind::kPercent || sentence_of(numbers[k]) != sentence) continue;
      if (percent && k != i) continue;
      const bool falls = impl_->In(report, sentence, report.words["fall_verb"]) &&
                         !impl_->In(report, sentence, report.words["rise_verb"]);
      price.change_percent = falls ? -numbers[k].value : numbers[k].value;
      taken.insert(k);
      break;
    }
    price.unit = numbers[last].per.empty() ? number.per : numbers[last].per;
    price.commodity = NounPhraseText(analysis, static_cast<uint32_t>(good), false);
    Span evidence = {std::min(number.bound_span.begin, analysis[good].span.begin),
                     std::max(numbers[last].span.end, analysis[good].span.end)};
    constexpr uint32_t kWidest = 160;  // bytes
    if (evidence.size() > kWidest) evidence = report.Clause(VerbAbove(analysis, number.tokens.head));
    const uint32_t anchor = VerbAbove(analysis, number.tokens.head);
    Price row = report.MakeRow<Price>(anchor, evidence, PlaceScope::kNational);
    static_cast<Row&>(price) = static_cast<Row&>(row);
    price.trace.token = number.tokens.head;
    price.trace.rule = "an amount of money given to a good";
    if (price.modality != "planned" && price.modality != "possible" && price.modality != "denied")
      price.modality = "happened";
    if (const TimeMention* time = report.TimeMentionFor(anchor);
        time != nullptr && (time->bound == TimeBound::kFrom || time->bound == TimeBound::kSince)) {
      price.start = time->start;
    }
    priced_sentences.insert(sentence);
    record->prices.push_back(std::move(price));
  }
  std::erase_if(record->figures, [&](const Figure& figure) {
    if (figure.kind != "money" && figure.kind != "rate") return false;
    for (const uint32_t i : taken) {
      if (figure.evidence.bytes.Overlaps(numbers[i].span)) return true;
    }
    return false;
  });
}

}  // namespace diurna
