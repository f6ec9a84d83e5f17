// Tense is read off the nearest verb above the expression and its auxiliaries, by the tags of the Penn Treebank. An
// infinitive looks ahead ("plans to meet on Friday") unless it is the complement of something past that was done
// already; a modal looks ahead, also in the past ("said they would meet on Friday"). Guards look no further than the
// neighbours and the head of the words in question.

#include "times/syntax.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace diurna {

namespace {

template <size_t N>
bool OneOf(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsNominal(const Token& token) { return token.pos == Pos::kNoun || token.pos == Pos::kPropn; }

constexpr std::array<std::string_view, 6> kAhead = {"will", "shall", "'ll", "’ll", "would", "wo"};
constexpr std::array<std::string_view, 4> kMaybeAhead = {"may", "might", "should", "must"};
// The tense of a verb form itself; nothing for a participle or bare form, which takes it from what is above.
std::optional<TimeTense> TenseOfVerb(const TimeGrammar& grammar, const Analysis& analysis, uint32_t verb,
                                     int depth = 0) {
  const Token& token = analysis[verb];
  bool to = false, have = false, past_aux = false, present_aux = false;
  for (uint32_t child : analysis.children(verb)) {
    const Token& c = analysis[child];
    if (c.dep != Dep::kAux && c.dep != Dep::kAuxpass) continue;
    if (OneOf(c.lower, kAhead)) return TimeTense::kFuture;
    if (OneOf(c.lower, kMaybeAhead)) {
      // "must be passed", but "must have passed"
      const bool done = std::any_of(analysis.children(verb).begin(), analysis.children(verb).end(),
                                    [&](uint32_t other) { return analysis[other].lemma == "have"; });
      return done ? TimeTense::kUnknown : TimeTense::kFuture;
    }
    // "could slip to April" looks ahead, "could not meet in April" back: the date itself must tell.
    if (c.lower == "could" && token.tag == "VB") return TimeTense::kUnknown;
    if (c.lower == "to") to = true;
    if (c.lemma == "have") have = true;
    if (c.tag == "VBD") past_aux = true;
    if (c.tag == "VBZ" || c.tag == "VBP") present_aux = true;
  }
  if (token.tag != "VBD" && grammar.Plans(token.lower)) return TimeTense::kFuture;
  if (to) {
    if (have) return TimeTense::kPast;
    const Token& above = analysis[token.head];
    if (grammar.Plans(above.lower)) return TimeTense::kFuture;
    if (token.head == verb || depth > 8 || (above.pos != Pos::kVerb && above.pos != Pos::kAux)) {
      return TimeTense::kUnknown;
    }
    const std::optional<TimeTense> over = TenseOfVerb(grammar, analysis, token.head, depth + 1);
    return over == TimeTense::kPresent || over == TimeTense::kFuture ? TimeTense::kFuture : TimeTense::kUnknown;
  }
  if (token.tag == "VBD" || past_aux || have || token.tag == "VBN") return TimeTense::kPast;
  if (token.tag == "VBG" && present_aux) return TimeTense::kFuture;
  if (token.tag == "VBP" && grammar.Invariant(token.lower)) return TimeTense::kPast;
  if (token.tag == "VBZ" || token.tag == "VBP" || present_aux) return TimeTense::kPresent;
  return std::nullopt;
}

bool Capitalized(std::string_view text) { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }

}  // namespace

bool TimeSyntax::Year(uint32_t begin, uint32_t end) const {
  const std::vector<TimeAtom>& atoms = atoms_.atoms;
  const TimeAtom& last = atoms[end - 1];
  const Token& token = analysis_[last.token];
  int year = 0;
  for (uint32_t i = begin; i < end; ++i) {
    for (uint32_t s = 0; s < atoms[i].sense_count; ++s) {
      const TimeSense& sense = atoms_.senses[atoms[i].first_sense + s];
      if (sense.slot == TimeSlot::kYear) year = static_cast<int>(sense.value);
    }
  }
  // "BC" and "AD" say it; so does "the year".
  if (year == 0 || (last.classes != 0 && token.pos == Pos::kPropn && last.sense_count > 0 && end - begin > 1))
    return true;
  static constexpr std::array<std::string_view, 9> kNot = {"$", "£", "€", "¥", "#", "no.", "number", "usd", "."};
  static constexpr std::array<std::string_view, 33> kPrepositions = {
      "in",         "since",   "by",    "until", "till",  "from", "of",  "to",     "before", "after", "during",
      "through",    "between", "and",   "or",    "early", "late", "mid", "around", "circa",  "about", "(",
      "throughout", "year",    "years", "the",   ",",     "than", "-",   "–",      "for",    "/",     "around"};
  const std::string_view before = begin > 0 && !atoms[begin].line_start ? TokenOf(begin - 1).lower : std::string_view();
  const bool follows_line = end < atoms.size() && !atoms[end].line_start;
  if (OneOf(before, kNot) && before != ".") return false;
  if (atoms[begin].glued && begin > 0 && before == ".") return false;
  if (end < atoms.size() && !atoms[end].line_start) {
    const Token& next = TokenOf(end);
    if (next.text == "%" || next.lower == "percent" || next.lower == "per") return false;
    if (atoms[end].glued && (next.text == "-" || next.text == "/") && end + 1 < atoms.size() && atoms[end + 1].glued &&
        year < 1900) {
      return false;
    }
    // A count has a plural behind it, at once or past an adjective; round numbers are rather counts, others years.
    const bool counts = (token.dep == Dep::kNummod || token.dep == Dep::kQuantmod) && token.head > last.token &&
                        token.head <= last.token + 2 && analysis_[token.head].tag == "NNS" && !Capitalized(next.text);
    if (counts && next.text != ")" && next.text != ",") {
      static constexpr std::array<std::string_view, 5> kSure = {"in", "since", "during", "the", "of"};
      if ((year < 1900 || year >= 2100) && (before != "the" || year % 50 == 0)) return false;
      if (year % 50 == 0 && !(OneOf(before, kSure) && token.head > last.token + 1)) return false;
    }
  }
  if (year < 1900 && (before.empty() || before == ".") && follows_line) return false;
  const EntityType type =
      token.entity >= 0 ? analysis_.entities()[static_cast<size_t>(token.entity)].type : EntityType::kNone;
  if (type == EntityType::kDate) return true;
  if (type == EntityType::kMoney || type == EntityType::kPercent || type == EntityType::kQuantity) return false;
  if (year >= 1900 && year < 2100) {
    if (type != EntityType::kCardinal || before.empty() || OneOf(before, kPrepositions)) return true;
    // "a 2011 study", "the total 2020 population"
    return year % 50 != 0 && end < atoms.size() && !atoms[end].line_start && IsNominal(TokenOf(end));
  }
  if ((before == "of" || before == "as") && year % 50 != 0) return true;
  return OneOf(before, kPrepositions) && before != "to" && before != "than" && before != "," && before != "of" &&
         before != "for" && before != "about" && before != "around";
}

bool TimeSyntax::Allows(const TimeRule& rule, uint32_t begin, uint32_t end) const {
  const std::vector<TimeAtom>& atoms = atoms_.atoms;
  const Token& last = TokenOf(end - 1);
  const bool follows = end < atoms.size() && !atoms[end].line_start;
  switch (rule.guard) {
    case TimeGuard::kNone:
      return true;
    case TimeGuard::kYear:
      return Year(begin, end);
    case TimeGuard::kModifiesNothing: {
      if (!follows) return true;
      const Token& next = TokenOf(end);
      if (atoms[end].glued && next.text == "-") return false;
      if (next.pos == Pos::kAdj && next.head > atoms[end].token) return false;
      return !IsNominal(next) || next.head == atoms[end - 1].token || last.head < atoms[end - 1].token;
    }
    case TimeGuard::kRate: {
      if (last.dep != Dep::kNpadvmod || begin == 0 || atoms[begin].line_start) return false;
      const Token& previous = TokenOf(begin - 1);
      return IsNominal(previous) || previous.pos == Pos::kNum || previous.pos == Pos::kAdv || previous.text == ")" ||
             previous.pos == Pos::kSym;
    }
    case TimeGuard::kAdjective:
      return last.pos == Pos::kAdj && (last.dep == Dep::kAmod || last.dep == Dep::kConj);
    case TimeGuard::kNounPhrase:
      if (follows && atoms[end].glued && TokenOf(end).text == "-") return false;
      // "Person of the Year"
      if (last.pos == Pos::kPropn && Capitalized(last.text) && end - begin == 2 && TokenOf(begin).text == "the")
        return false;
      return !((last.dep == Dep::kCompound || last.dep == Dep::kAmod || last.dep == Dep::kNmod) &&
               last.head > atoms[end - 1].token);
    case TimeGuard::kCommonNoun: {
      if (!Capitalized(last.text)) return true;
      if (end - begin > 1) return false;  // "Back to the Future"
      bool named = follows && Capitalized(TokenOf(end).text) && TokenOf(end).pos == Pos::kPropn;
      // "Yesterday Ada Pell left": the first word of a sentence is in capitals anyway.
      const uint32_t token = atoms[end - 1].token;
      if (named && end - begin == 1 && analysis_.sentences()[last.sentence].begin == token) {
        for (uint32_t s = 0; s < atoms[end - 1].sense_count; ++s) {
          const TimeSlot slot = atoms_.senses[atoms[end - 1].first_sense + s].slot;
          if (slot != TimeSlot::kDayOffset && slot != TimeSlot::kReference) continue;
          named = last.entity >= 0 && last.entity == TokenOf(end).entity;
        }
      }
      const bool after_name =
          begin > 0 && !atoms[begin].line_start && end - begin == 1 && TokenOf(begin - 1).pos == Pos::kPropn;
      return !named && !after_name;
    }
    case TimeGuard::kMonth: {
      // Not a month: "the Long March".
      if (end - begin > 1 || begin == 0 || atoms[begin].line_start) return true;
      const Token& previous = TokenOf(begin - 1);
      return !(Capitalized(previous.text) && previous.head == atoms[begin].token &&
               (previous.dep == Dep::kCompound || previous.dep == Dep::kAmod));
    }
    case TimeGuard::kCount: {
      // "2018 day five" is no length.
      for (uint32_t i = begin; i < end; ++i) {
        for (uint32_t s = 0; s < atoms[i].sense_count; ++s) {
          const TimeSense& sense = atoms_.senses[atoms[i].first_sense + s];
          if (sense.slot == TimeSlot::kYear && !last.tag.ends_with("S")) return false;
        }
      }
      return true;
    }
    case TimeGuard::kBarePlural: {
      if (last.dep == Dep::kCompound || begin == 0 || atoms[begin].line_start) return false;
      const Token& previous = TokenOf(begin - 1);
      if (follows && TokenOf(end).lower == "old") return false;
      return previous.pos == Pos::kAdp || previous.pos == Pos::kVerb || previous.pos == Pos::kSconj ||
             previous.pos == Pos::kCconj;
    }
    case TimeGuard::kAlone: {
      const uint32_t token = atoms[end - 1].token;
      if (last.dep == Dep::kMark) return false;
      for (uint32_t child : analysis_.children(token)) {
        if (child > token && analysis_[child].pos != Pos::kPunct) return false;
      }
      if (last.pos == Pos::kSconj && last.dep == Dep::kPrep && follows) {
        // "before" with a clause that the parser hung elsewhere
        const Token& next = TokenOf(end);
        return next.pos == Pos::kPunct || next.pos == Pos::kCconj;
      }
      if (follows) {
        const Token& next = TokenOf(end);
        if (next.pos == Pos::kDet || next.pos == Pos::kPron || IsNominal(next) || next.pos == Pos::kNum) {
          return last.head < atoms[begin].token ? false : last.pos == Pos::kAdv;
        }
      }
      return true;
    }
  }
  return true;
}

TimeTense TenseAt(const TimeGrammar& grammar, const Analysis& analysis, uint32_t first, uint32_t at) {
  static constexpr std::array<std::string_view, 3> kUntil = {"until", "till", "through"};
  const std::string_view before =
      first > analysis.sentences()[analysis[first].sentence].begin ? analysis[first - 1].lower : std::string_view();
  // A date that something is set or called off for lies ahead.
  if (before == "for") return TimeTense::kFuture;
  // "since Monday", "Monday's"
  if (before == "since" || (at + 1 < analysis.size() && analysis[at + 1].tag == "POS")) return TimeTense::kPast;
  // "said Monday it would open": right behind its verb, whatever the parser makes of it; but "said Monday would be".
  const uint32_t start = analysis.sentences()[analysis[first].sentence].begin;
  const uint32_t back = first > start && before == "on" ? first - 1 : first;
  if (back > start && analysis[back - 1].tag == "VBD" && analysis[back - 1].pos == Pos::kVerb &&
      at + 1 < analysis.size() && analysis[at + 1].pos != Pos::kAux && analysis[at + 1].pos != Pos::kVerb) {
    return TimeTense::kPast;
  }
  uint32_t verb = at, below = at;
  for (int steps = 0; steps < 30; ++steps) {
    const Token& token = analysis[verb];
    if (verb != at) {
      if (token.pos == Pos::kAdj && grammar.Plans(token.lower)) return TimeTense::kFuture;
      if (token.pos == Pos::kVerb || token.pos == Pos::kAux) {
        const std::optional<TimeTense> tense = TenseOfVerb(grammar, analysis, verb);
        // "The June vote was postponed", "was put off to June"; but "flights were delayed on Friday"
        const bool object = analysis[below].dep == Dep::kNsubjpass || analysis[below].dep == Dep::kDobj;
        if ((object || before == "to") && grammar.Moves(token.lower)) return TimeTense::kFuture;
        // "delaying the vote until June"
        if (token.tag == "VBG" && OneOf(before, kUntil) && grammar.SetsTerm(token.lower)) return TimeTense::kFuture;
        // "was suspended until Friday" and "extended it until Friday" look ahead, "lasted until Friday" does not.
        if (tense == TimeTense::kPast && OneOf(before, kUntil)) {
          if (grammar.SetsTerm(token.lower)) return TimeTense::kFuture;
          for (uint32_t child : analysis.children(verb)) {
            if (analysis[child].dep == Dep::kAuxpass) return TimeTense::kFuture;
          }
        }
        if (tense) return *tense;
      }
    }
    if (token.head == verb) break;
    below = verb;
    verb = token.head;
  }
  return TimeTense::kUnknown;
}

}  // namespace diurna
