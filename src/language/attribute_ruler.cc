// A table of rules made by hand at Explosion: first one for each Penn tag, then exceptions by word and label. All rules
// are matched against the tags and labels as the network gave them and applied in order, so the later wins and no rule
// sees what another one set. Nearly all of them look at one token; the few that look at two ("gon" "na") are matched
// apart, so that what the rules say depends only on the token and a handful of bits, and can be kept by the caller.

#include "language/attribute_ruler.h"

#include <algorithm>

namespace diurna {

namespace {

enum Attribute : uint32_t { kTag, kLower, kDep, kIsSpace };
enum Sets : uint32_t { kSetsPos = 1, kSetsMorph = 2, kSetsLemma = 4, kSetsTag = 8, kSetsDep = 16 };

constexpr size_t kContextBits = 16;

Pos PosNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Pos::kSpace); ++i) {
    if (Name(static_cast<Pos>(i)) == name) return static_cast<Pos>(i);
  }
  return Pos::kNone;
}

}  // namespace

std::optional<AttributeRuler> AttributeRuler::Load(const FlatFile& model) {
  AttributeRuler ruler;
  ruler.pool_ = StringPool(model);
  const std::optional<StringTable> values = StringTable::Load(model, "ruler.values");
  ruler.rules_ = model.Array<Rule>("ruler.rules");
  ruler.tokens_ = model.Array<Conditions>("ruler.tokens");
  ruler.conditions_ = model.Array<Condition>("ruler.conditions");
  ruler.ids_ = model.Array<uint32_t>("ruler.ids");
  if (!values || ruler.rules_.empty()) return std::nullopt;
  ruler.values_ = *values;
  const auto within = [](uint32_t first, uint32_t count, size_t size) {
    return first <= size && count <= size - first;
  };
  for (const Rule& rule : ruler.rules_) {
    if (!within(rule.first_token, rule.tokens, ruler.tokens_.size()) || rule.target >= rule.tokens) return std::nullopt;
  }
  for (const Conditions& token : ruler.tokens_) {
    if (!within(token.first, token.count, ruler.conditions_.size())) return std::nullopt;
  }
  for (const Condition& condition : ruler.conditions_) {
    if (!within(condition.first, condition.count, ruler.ids_.size()) || condition.count == 0) return std::nullopt;
  }
  ruler.has_context_.resize(values->size() + 1);
  for (uint32_t i = 0; i < ruler.rules_.size(); ++i) {
    const Rule& rule = ruler.rules_[i];
    ruler.pos_.push_back(PosNamed(ruler.pool_[rule.pos]));
    if (rule.tokens == 1) continue;
    ruler.contexts_.push_back(i);
    const Conditions target = ruler.tokens_[rule.first_token + rule.target];
    bool by_word = false;
    for (const Condition& condition : ruler.conditions_.subspan(target.first, target.count)) {
      if (condition.attribute != kLower || condition.negated != 0) continue;
      by_word = true;
      for (const uint32_t id : ruler.ids_.subspan(condition.first, condition.count)) {
        if (id < ruler.has_context_.size()) ruler.has_context_[id] = true;
      }
    }
    if (!by_word) ruler.has_context_.assign(ruler.has_context_.size(), true);
  }
  if (ruler.contexts_.size() > kContextBits) return std::nullopt;
  return ruler;
}

uint32_t AttributeRuler::Value(std::string_view string) const {
  const OptionalIndex found = values_.Find(string);
  return found ? values_.Value(*found) : 0;
}

bool AttributeRuler::Holds(const Rule& rule, uint32_t at, const RulerToken& token) const {
  const Conditions& conditions = tokens_[rule.first_token + at];
  for (const Condition& condition : conditions_.subspan(conditions.first, conditions.count)) {
    const std::span<const uint32_t> ids = ids_.subspan(condition.first, condition.count);
    if (condition.attribute == kIsSpace) {
      if (token.is_space != (ids[0] != 0)) return false;
      continue;
    }
    const uint32_t value = condition.attribute == kTag     ? token.tag
                           : condition.attribute == kLower ? token.lower
                                                           : token.dep;
    if ((std::find(ids.begin(), ids.end(), value) != ids.end()) == (condition.negated != 0)) return false;
  }
  return true;
}

uint16_t AttributeRuler::Context(std::span<const RulerToken> tokens, size_t i) const {
  uint32_t context = 0;
  for (size_t bit = 0; bit < contexts_.size(); ++bit) {
    const Rule& rule = rules_[contexts_[bit]];
    if (i < rule.target || tokens.size() - (i - rule.target) < rule.tokens) continue;
    bool holds = true;
    for (uint32_t at = 0; at < rule.tokens && holds; ++at) holds = Holds(rule, at, tokens[i - rule.target + at]);
    if (holds) context |= 1U << bit;
  }
  return static_cast<uint16_t>(context);
}

RulerOutcome AttributeRuler::Apply(const RulerToken& token, uint16_t context) const {
  RulerOutcome outcome;
  size_t bit = 0;
  for (size_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = rules_[i];
    if (rule.tokens > 1) {
      if (((context >> bit++) & 1) == 0) continue;
    } else if (!Holds(rule, 0, token)) {
      continue;
    }
    if ((rule.sets & kSetsPos) != 0) outcome.pos = pos_[i];
    if ((rule.sets & kSetsMorph) != 0) outcome.morph = pool_[rule.morph];
    if ((rule.sets & kSetsLemma) != 0) outcome.lemma = pool_[rule.lemma];
    if ((rule.sets & kSetsTag) != 0) outcome.tag = pool_[rule.tag];
    if ((rule.sets & kSetsDep) != 0) outcome.dep = pool_[rule.dep];
  }
  return outcome;
}

}  // namespace diurna
