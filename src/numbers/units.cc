// Words are matched as phrases; signs as they are written, over the atoms that are written together, the longest one
// winning: "km" and "km/h", "m" and "m³".

#include "numbers/units.h"

#include <string_view>

#include "syntax/word.h"

namespace diurna {

namespace {

Suffix UnitInWords(const NumberText& text, uint32_t at) {
  const std::optional<NumberText::Phrase> found = text.PhraseAt(text.words().units.behind(), at);
  if (!found) return {};
  const SuffixPhrase& phrase = text.words().units.phrase(found->payload);
  return {.kind = phrase.kind, .begin = at, .end = found->end, .unit = phrase.unit};
}

// A verb that looks like a unit: "12 stories", but not "12 storied".
bool IsVerbOnly(const Token& token) { return token.pos == Pos::kVerb && !IsThirdPersonPresent(token); }

Suffix UnitInSigns(const NumberText& text, uint32_t at) {
  constexpr uint32_t kLongest = 5;  // atoms: "µg/m³" has four
  Suffix out;
  for (uint32_t last = at; last < at + kLongest && text.Follows(last); ++last) {
    if ((last > at && !text.Glued(last)) || text.IsSign(last, U'-')) break;
    const OptionalIndex unit = text.words().units.UnitOfSign(text.Text(at, last));
    // A letter or digit behind it shows that it is the beginning of something else; a sign ends by itself.
    const uint32_t next = last + 1;
    const bool open = text.Follows(next) && text.Glued(next) && (text.IsWord(next) || text.IsDigits(next));
    if (!unit || (open && text.atom(last).type != Atom::Type::kSign)) continue;
    out = {.kind = SuffixKind::kUnit, .begin = at, .end = next, .unit = *unit};
  }
  return out;
}

}  // namespace

Suffix UnitAt(const NumberText& text, uint32_t at) {
  if (!text.Follows(at)) return {};
  const uint32_t first = text.Joined(at);
  const Suffix words = UnitInWords(text, first);
  if (!words.Found()) return UnitInSigns(text, first);
  return words.kind == SuffixKind::kUnit && IsVerbOnly(text.TokenOf(first)) ? Suffix{} : words;
}

std::optional<std::string> UnitBefore(const NumberText& text, uint32_t begin) {
  constexpr uint32_t kMostBetween = 3;  // fillers and bounds
  for (uint32_t at = begin; begin - at < kMostBetween && text.HasBefore(at); --at) {
    if (const auto unit = text.PhraseEndingAt(text.words().units.before(), at - 1)) {
      std::string name(text.Text(unit->begin));
      for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      }
      return name;
    }
    if (!text.Is(at - 1, NumberCue::kFiller) && !text.PhraseEndingAt(text.words().bounds.before(), at - 1)) break;
  }
  return std::nullopt;
}

}  // namespace diurna
