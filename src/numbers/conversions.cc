// What stands between the two numbers tells: an open bracket, or ", or", on one line and not far apart. A third number
// in the same brackets converts the first one too ("(145 km; 78 nmi)").

#include "numbers/conversions.h"

#include <string_view>

namespace diurna {

namespace {

// ", or" among the atoms between byte `from` and atom `begin`.
bool IsSpoken(const NumberText& text, uint32_t from, uint32_t begin) {
  for (uint32_t i = begin; i > 1 && text.atom(i - 1).span.begin >= from; --i) {
    if (text.Is(i - 1, NumberCue::kOr) && text.IsSign(i - 2, U',') && text.atom(i - 2).span.begin >= from) return true;
  }
  return false;
}

// An open bracket in the gap between two numbers.
bool IsBracketed(std::string_view gap) {
  constexpr size_t kMostBefore = 40, kMostBehind = 30;  // bytes before and behind the bracket
  const size_t open = gap.rfind('(');
  return open != std::string_view::npos && gap.find(')', open) == std::string_view::npos && open <= kMostBefore &&
         gap.size() - open <= kMostBehind;
}

}  // namespace

void ReadConversion(const NumberText& text, uint32_t begin, const std::vector<NumberMention>& found,
                    NumberMention* mention) {
  constexpr size_t kMostInList = 12, kMostSpoken = 24;  // bytes
  if (found.empty() || (mention->kind != NumberKind::kMoney && mention->kind != NumberKind::kQuantity)) return;
  auto index = static_cast<uint32_t>(found.size() - 1);
  const uint32_t from = found.back().span.end, to = text.atom(begin).span.begin;
  const std::string_view gap = from <= to ? text.text().substr(from, to - from) : std::string_view();
  const bool one_line = gap.find('\n') == std::string_view::npos;
  const bool listed =
      found.back().converts && gap.size() < kMostInList && one_line && gap.find(')') == std::string_view::npos;
  const bool bracketed = one_line && IsBracketed(gap);
  const bool spoken = gap.size() < kMostSpoken && IsSpoken(text, from, begin);
  if (!bracketed && !listed && !spoken) return;
  if (listed) index = *found.back().converts;
  const NumberMention& before = found[index];
  if (before.kind != mention->kind) return;
  const bool money = mention->kind == NumberKind::kMoney;
  if (money ? before.currency == mention->currency : before.unit == mention->unit) return;
  mention->converts = index;
}

}  // namespace diurna
