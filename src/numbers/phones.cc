// Digits in groups are a telephone number by a plus before them, by hyphens between them, or by a word for calling near
// before them. How many digits are enough depends on which of these there is.

#include "numbers/phones.h"

#include <string_view>

#include "syntax/word.h"

namespace diurna {

namespace {

constexpr uint32_t kSubscriber = 7;  // digits of a number without its area
constexpr uint32_t kShortCode = 3;   // "911"

struct DialGroups {
  uint32_t end = 0;  // the atom behind them
  uint32_t groups = 0;
  uint32_t digits = 0;
  bool hyphen = false;
};

// Groups parted by a hyphen, a closing bracket or one blank; of a row of numbers that never ends the first ones.
DialGroups GroupsAt(const NumberText& text, uint32_t at) {
  constexpr uint32_t kMostGroups = 16;
  DialGroups out;
  out.end = at;
  while (out.groups < kMostGroups && text.IsDigits(out.end) && (out.end == at || text.Follows(out.end))) {
    out.digits += text.atom(out.end).span.size();
    ++out.groups;
    ++out.end;
    if (!text.Follows(out.end)) break;
    const bool digits_next = text.Follows(out.end + 1) && text.IsDigits(out.end + 1);
    if (text.IsHyphen(out.end) && text.Glued(out.end + 1) && text.IsDigits(out.end + 1)) {
      out.hyphen = true;
      ++out.end;
    } else if (text.IsSign(out.end, U')') && digits_next) {
      ++out.end;
    } else if (text.IsDigits(out.end) && !text.Glued(out.end) && !text.OneByteBehind(out.end)) {
      break;
    }
  }
  return out;
}

bool IsDialledWithin(const NumberText& text, uint32_t at, uint32_t words) {
  for (uint32_t n = 0; n < words && text.HasBefore(at); ++n, --at) {
    if (text.IsEither(at - 1, NumberCue::kPhone)) return true;
  }
  return false;
}

// "call 911", but "call 300 people".
bool IsOneGroupDialled(const NumberText& text, uint32_t at, const DialGroups& found) {
  const bool short_code = found.digits == kShortCode;
  if ((!short_code && found.digits < kSubscriber) || text.Text(at) == "000") return false;
  if (text.Follows(found.end)) {
    const Token& next = text.TokenOf(found.end);
    if (next.pos == Pos::kNoun || IsAdjective(next) || text.IsSign(found.end, U'%')) return false;
  }
  return !short_code || (at > 0 && text.IsEither(at - 1, NumberCue::kPhone));
}

}  // namespace

std::optional<uint32_t> EndOfPhone(const NumberText& text, uint32_t at) {
  constexpr uint32_t kNear = 5, kLeastGrouped = 6;
  if (!text.IsDigits(at) || text.Text(at).find_first_of(".,") != std::string_view::npos) return std::nullopt;
  const DialGroups found = GroupsAt(text, at);
  const bool enough = found.digits >= kSubscriber;
  const bool plus = at > 0 && text.IsSign(at - 1, U'+') && text.Glued(at);
  const bool local = text.atom(at).span.size() == kShortCode && found.digits == kSubscriber;  // "555-0142"
  const bool hyphens = found.hyphen && found.groups >= 2 && enough && (found.groups >= 3 || local);
  if ((plus && enough) || hyphens) return found.end;
  if (!IsDialledWithin(text, at, kNear)) return std::nullopt;
  const bool dialled = found.groups == 1 ? IsOneGroupDialled(text, at, found) : found.digits >= kLeastGrouped;
  return dialled ? std::optional(found.end) : std::nullopt;
}

}  // namespace diurna
