// One pass over the atoms of the text (number_atoms.h). Where a numeral starts (number_grammar.h), what stands around
// it decides what it is: a currency sign or noun makes it money, a percent sign a share, a unit a quantity; a second
// numeral behind a dash, "to" or "and" makes a range; letters, titles of numbered things, streets, dialling codes and
// results of games make it none of the engine's business (kinds kName, kPhone, kScore). Bounds are phrases read
// backward from the number. What is counted is syntax's question (number_counted.h). Left out: numerals above
// quadrillions, Roman numerals, arithmetic ("three times 12").

#include "numbers/numbers.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "numbers/counted.h"
#include "numbers/number_words.h"
#include "numerals/atoms.h"
#include "numerals/numeral.h"

namespace diurna {

std::string_view Name(NumberKind kind) {
  static constexpr std::string_view kNames[] = {"count",   "percent", "percent_point", "money", "quantity", "fraction",
                                                "ordinal", "age",     "score",         "year",  "phone",    "name"};
  return kNames[static_cast<size_t>(kind)];
}

namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// What stands behind a numeral: percent sign, unit or currency.
struct Suffix {
  enum class Kind : uint8_t { kNone, kPercent, kPercentPoint, kAge, kUnit, kCurrency };
  Kind kind = Kind::kNone;
  uint32_t begin = 0, end = 0;  // atoms
  uint32_t unit = 0;            // index
  const CurrencyReading* reading = nullptr;
};

class Scanner {
 public:
  Scanner(const NumberWords& words, const Analysis& analysis, std::span<const Span> times, std::string_view country)
      : words_(words), text_(analysis.text()), a_(analysis), times_(times), country_(country) {}

  std::vector<NumberMention> Run() {
    has_pound_sign_ = text_.find("\xC2\xA3") != std::string_view::npos;
    CutAtoms(a_, words_.ids, &atoms_);
    MarkTimes();
    uint32_t i = 0;
    while (i < size()) {
      if (in_time_[i] || !MayStart(i)) {
        ++i;
        continue;
      }
      const std::optional<Numeral> numeral = ParseNumeral(i);
      if (!numeral) {
        i = atoms_[i].type == Atom::Type::kDigits ? Name(i, i + 1) : i + 1;
        continue;
      }
      bool timed = false;
      for (uint32_t k = numeral->begin; k < numeral->end; ++k) timed |= in_time_[k] != 0;
      i = timed ? i + 1 : std::max(i + 1, Read(*numeral));
    }
    return std::move(found_);
  }

 private:
  uint32_t size() const { return static_cast<uint32_t>(atoms_.size()); }
  bool On(uint32_t i) const { return i < size() && !atoms_[i].newline; }  // follows on the same line
  const NumeralWord& Word(uint32_t i) const { return words_.numerals.word(i < size() ? atoms_[i].word : 0); }
  bool Is(uint32_t i, NumeralCue cue) const { return Word(i).Is(cue); }
  bool Is(uint32_t i, NumberCue cue) const { return i < size() && words_.cues.Is(atoms_[i].word, cue); }
  std::optional<Numeral> ParseNumeral(uint32_t i) const {
    const NumeralText text(text_, atoms_, words_.numerals);
    std::optional<Numeral> numeral = diurna::ParseNumeral(text, i);
    if (!numeral || numeral->vague || numeral->fraction || numeral->ordinal) return numeral;
    const std::optional<Numeral> share = ParseInSoMany(text, *numeral);
    // "two in 10 days" is no share.
    const bool time = share && On(share->end) && words_.units.BeginsUnit(atoms_[share->end].word);
    return share && !time ? share : numeral;
  }
  bool IsSign(uint32_t i, char32_t sign) const {
    return i < size() && atoms_[i].type == Atom::Type::kSign && atoms_[i].sign == sign;
  }
  bool IsDigits(uint32_t i) const { return i < size() && atoms_[i].type == Atom::Type::kDigits; }
  bool Glued(uint32_t i) const { return i < size() && atoms_[i].glued; }
  std::string_view Text(uint32_t i) const { return atoms_[i].span.In(text_); }
  std::string_view Text(uint32_t first, uint32_t last) const {
    return text_.substr(atoms_[first].span.begin, atoms_[last].span.end - atoms_[first].span.begin);
  }
  bool Capital(uint32_t i) const {
    return i < size() && atoms_[i].type == Atom::Type::kWord && IsUpper(text_[atoms_[i].span.begin]);
  }
  const Token& TokenOf(uint32_t i) const { return a_[atoms_[i].token]; }
  uint32_t HyphenSkipped(uint32_t i) const {
    return On(i) && IsSign(i, U'-') && Glued(i) && On(i + 1) && Glued(i + 1) ? i + 1 : i;
  }

  bool MayStart(uint32_t i) const {
    const Atom& atom = atoms_[i];
    if (atom.type == Atom::Type::kDigits) return true;
    if (atom.type == Atom::Type::kSign)
      return atom.sign >= 0xBC && (atom.sign <= 0xBE || atom.sign >= 0x2150) && atom.sign <= 0x215E;
    if (atom.word == 0) return false;
    const NumeralWord& word = words_.numerals.word(atom.word);
    return word.kind != NumeralWord::Kind::kNone || word.ordinal > 0 || word.Is(NumeralCue::kSeveral) ||
           word.Is(NumeralCue::kIndefiniteArticle);
  }

  void MarkTimes() {
    in_time_.assign(atoms_.size(), 0);
    size_t at = 0;
    for (const Span time : times_) {
      while (at < atoms_.size() && atoms_[at].span.end <= time.begin) ++at;
      for (size_t k = at; k < atoms_.size() && atoms_[k].span.begin < time.end; ++k) in_time_[k] = 1;
    }
  }

  // The longest phrase of `table` at atom `i`, hyphens between its words allowed: its end, or `i` where none fits.
  uint32_t Match(const PhraseTable& table, uint32_t i, uint32_t* payload) const {
    if (i >= size() || atoms_[i].word == 0) return i;
    const std::vector<PhraseTable::Phrase>* phrases = table.With(atoms_[i].word);
    if (phrases == nullptr) return i;
    for (const PhraseTable::Phrase& phrase : *phrases) {
      uint32_t at = i + 1;
      bool fits = true;
      for (size_t w = 1; w < phrase.words.size() && fits; ++w) {
        if (!On(at)) fits = false;
        if (fits && atoms_[at].word != phrase.words[w]) {
          at = HyphenSkipped(at);
          fits = at < size() && atoms_[at].word == phrase.words[w];
        }
        ++at;
      }
      if (!fits) continue;
      *payload = phrase.payload;
      return at;
    }
    return i;
  }

  // The longest phrase that ends with atom `i`: its first atom, or -1.
  int32_t MatchBack(const PhraseTable& table, uint32_t i, uint32_t* payload) const {
    const std::vector<PhraseTable::Phrase>* phrases = atoms_[i].word ? table.With(atoms_[i].word) : nullptr;
    if (phrases == nullptr) return -1;
    for (const PhraseTable::Phrase& phrase : *phrases) {
      uint32_t at = i;
      bool fits = true;
      for (size_t w = 1; w < phrase.words.size() && fits; ++w) {
        fits = at > 0 && !atoms_[at].newline && atoms_[at - 1].word == phrase.words[w];
        if (fits) --at;
      }
      if (!fits) continue;
      *payload = phrase.payload;
      return static_cast<int32_t>(at);
    }
    return -1;
  }

  // ---- currency ----

  const CurrencyReading* Choose(const std::vector<CurrencyReading>& readings, bool* by_country) const {
    *by_country = false;
    const CurrencyReading* fallback = nullptr;
    for (const CurrencyReading& reading : readings) {
      const Currency& currency = words_.currencies.currency(reading.currency);
      if (std::find(currency.countries.begin(), currency.countries.end(), country_) != currency.countries.end()) {
        *by_country = true;
        return &reading;
      }
      if (reading.is_default || reading.own) fallback = &reading;
    }
    return fallback;
  }

  const CurrencyReading* ChooseSign(std::string_view sign) const {
    const std::vector<CurrencyReading>* readings = words_.currencies.ReadingsOfSign(sign);
    bool by_country = false;
    return readings == nullptr ? nullptr : Choose(*readings, &by_country);
  }

  // The currency sign or code right before atom `b`: its first atom, or -1.
  int32_t CurrencyBefore(uint32_t b, const CurrencyReading** reading) const {
    if (b == 0 || atoms_[b].newline || IsDigits(b - 1)) return -1;
    const uint32_t p = b - 1;
    const bool word = atoms_[p].type == Atom::Type::kWord;
    // A single letter is a sign only right at the digits ("R500").
    if (word && atoms_[p].span.size() == 1 && !Glued(b)) return -1;
    // "NZ" and "$" as two tokens.
    if (!word && Glued(p) && p > 0 && atoms_[p - 1].type == Atom::Type::kWord) {
      if ((*reading = ChooseSign(Text(p - 1, p))) != nullptr) return static_cast<int32_t>(p - 1);
    }
    if (word && IsSign(b - 1, U'.')) return -1;
    if ((*reading = ChooseSign(Text(p))) != nullptr) return static_cast<int32_t>(p);
    // "Rs." cut in two
    if (IsSign(p, U'.') && Glued(p) && p > 0 && atoms_[p - 1].type == Atom::Type::kWord) {
      if ((*reading = ChooseSign(Text(p - 1))) != nullptr) return static_cast<int32_t>(p - 1);
    }
    return -1;
  }

  // A currency behind a number: "5 euros", "50 Hong Kong dollars", "5p", "300 kr".
  Suffix CurrencyAfter(uint32_t e) const {
    Suffix out;
    if (!On(e)) return out;
    const uint32_t at = HyphenSkipped(e);
    for (uint32_t skip = 0; skip <= 3; ++skip) {
      const uint32_t k = at + skip;
      if (!On(k) || (skip > 0 && atoms_[k - 1].type != Atom::Type::kWord)) break;
      uint32_t payload = 0;
      const uint32_t end = Match(words_.currencies.nouns(), k, &payload);
      if (end == k) continue;
      const std::vector<CurrencyReading>& readings = words_.currencies.ReadingsOfNoun(payload);
      if (skip > 0) {
        for (const CurrencyReading& reading : readings) {
          for (const std::vector<uint32_t>& adjective : words_.currencies.currency(reading.currency).adjectives) {
            if (adjective.size() != skip) continue;
            bool same = true;
            for (uint32_t w = 0; w < skip; ++w) same &= atoms_[at + w].word == adjective[w];
            if (same) return {Suffix::Kind::kCurrency, at, end, 0, &reading};
          }
        }
        continue;
      }
      bool by_country = false;
      const CurrencyReading* reading = Choose(readings, &by_country);
      const Token& token = TokenOf(k);
      const bool noun = token.pos == Pos::kNoun || token.pos == Pos::kPropn || token.pos == Pos::kSym;
      if (!noun && !by_country) continue;
      if (!by_country && WeightNotMoney(k, end)) return out;
      if (reading == nullptr) {
        // A currency that several countries have and none of them is the report's.
        static constexpr CurrencyReading kUnknown{~0u, false, false, false};
        reading = &kUnknown;
      }
      return {Suffix::Kind::kCurrency, k, end, 0, reading};
    }

    // Signs and codes: "5€", "300 kr", "5m USD".
    if (atoms_[e].type == Atom::Type::kDigits) return out;
    if (atoms_[e].span.size() == 1 && !Glued(e)) return out;
    if (atoms_[e].type == Atom::Type::kSign && !Glued(e)) return out;
    if (On(e + 1) && Glued(e + 1) && (IsDigits(e + 1) || atoms_[e + 1].type == Atom::Type::kWord)) return out;
    // "£5 $6": the sign of the next number.
    const CurrencyReading* reading = ChooseSign(Text(e));
    if (reading == nullptr) return out;
    return {Suffix::Kind::kCurrency, e, e + 1, 0, reading};
  }

  // "pounds" are a weight where something is weighed ("30 pounds of explosives") and nothing says money.
  bool WeightNotMoney(uint32_t k, uint32_t end) const {
    uint32_t payload = 0;
    if (Match(words_.units.behind(), k, &payload) == k) return false;
    const MeasurePhrase& measure = words_.units.phrase(payload);
    if (measure.kind != MeasurePhrase::Kind::kUnit) return false;
    if (On(end) && Is(end, NumeralCue::kOf)) return true;
    const std::vector<std::string>& countries = words_.units.unit(measure.unit).countries;
    if (std::find(countries.begin(), countries.end(), country_) != countries.end()) return true;
    return k > 0 && IsSign(k - 1, U'-') && !has_pound_sign_;
  }

  // ---- suffixes ----

  Suffix UnitAfter(uint32_t e) const {
    Suffix out;
    if (!On(e)) return out;
    const uint32_t at = HyphenSkipped(e);
    uint32_t payload = 0;
    const uint32_t end = Match(words_.units.behind(), at, &payload);
    if (end > at) {
      const MeasurePhrase& measure = words_.units.phrase(payload);
      out.begin = at;
      out.end = end;
      out.unit = measure.unit;
      out.kind = measure.kind == MeasurePhrase::Kind::kPercent        ? Suffix::Kind::kPercent
                 : measure.kind == MeasurePhrase::Kind::kPercentPoint ? Suffix::Kind::kPercentPoint
                 : measure.kind == MeasurePhrase::Kind::kAge          ? Suffix::Kind::kAge
                                                                      : Suffix::Kind::kUnit;
      // A verb that looks like a unit ("12 stories", but not "12 storied") is no unit; nor is a name's part.
      if (out.kind == Suffix::Kind::kUnit && TokenOf(at).pos == Pos::kVerb && TokenOf(at).tag != "VBZ") return {};
      return out;
    }
    // Signs: up to five atoms written together, "km/h", "°C", "µg/m³".
    const uint32_t first = at;
    uint32_t last = first;
    uint32_t best = 0;
    int32_t unit = -1;
    for (uint32_t n = 0; n < 5 && On(last) && (n == 0 || Glued(last)) && !IsSign(last, U'-'); ++n, ++last) {
      const std::string_view sign = Text(first, last);
      const int32_t found = words_.units.UnitOfSign(sign);
      const bool open =
          On(last + 1) && Glued(last + 1) && (atoms_[last + 1].type == Atom::Type::kWord || IsDigits(last + 1));
      if (found >= 0 && (!open || atoms_[last].type == Atom::Type::kSign)) {
        best = last + 1;
        unit = found;
      }
    }
    if (unit >= 0) {
      out.kind = Suffix::Kind::kUnit;
      out.begin = first;
      out.end = best;
      out.unit = static_cast<uint32_t>(unit);
    }
    return out;
  }

  // ---- bounds ----

  struct Bounded {
    Bound bound = Bound::kExactly;
    uint32_t begin = 0;
    bool additional = false;
  };

  Bounded BoundBefore(uint32_t b) const {
    Bounded out;
    out.begin = b;
    bool found = false;
    uint32_t at = b;
    for (uint32_t steps = 0; steps < 8 && at > 0 && !atoms_[at].newline; ++steps) {
      const uint32_t p = at - 1;
      uint32_t payload = 0;
      if (const int32_t begin = MatchBack(words_.bounds.before(), p, &payload); begin >= 0) {
        const BoundPhrase& bound = words_.bounds.phrase(payload);
        if (bound.preposition && !BoundsHere(p)) break;
        // The outer of two says more: "at least about 20".
        if (!found || bound.bound != Bound::kAbout) out.bound = bound.bound;
        found = true;
        at = static_cast<uint32_t>(begin);
        out.begin = at;
        continue;
      }
      if (Is(p, NumberCue::kAdditionalBefore)) {
        out.additional = true;
        out.begin = std::min(out.begin, p);
      } else if (Is(p, NumeralCue::kOf) && p > 0 && Is(p - 1, NumberCue::kFiller)) {
        // "a total of"
      } else if (!Is(p, NumberCue::kFiller)) {
        break;
      }
      at = p;
    }
    return out;
  }

  // Whether "about" or "over" bounds the number, not opens a phrase that a talk or protest governs.
  bool BoundsHere(uint32_t p) const {
    const Token& token = TokenOf(p);
    if (token.dep == Dep::kPrt) return false;  // "takes over"
    // A noun right before it that takes such a phrase: "talks about", "protests over".
    if (p > 0 && !atoms_[p].newline && TokenOf(p - 1).pos == Pos::kNoun &&
        words_.cues.Is(words_.ids.Id(TokenOf(p - 1).lemma), NumberCue::kTakesAbout)) {
      return false;
    }
    if (token.dep != Dep::kPrep || token.head == atoms_[p].token) return true;
    const uint32_t governor = words_.ids.Id(a_[token.head].lemma);
    return !words_.cues.Is(governor, NumberCue::kTakesAbout);
  }

  // Behind the number, or behind what it counts.
  bool BoundAfter(uint32_t at, Bound* bound, uint32_t* end) const {
    if (!On(at)) return false;
    uint32_t payload = 0;
    const uint32_t k = HyphenSkipped(at);
    const uint32_t found = Match(words_.bounds.behind(), k, &payload);
    if (found == k) return false;
    if (IsSign(k, U'+') && !Glued(k)) return false;
    *bound = words_.bounds.phrase(payload).bound;
    *end = found;
    return true;
  }

  // ---- results ----

  NumberMention Mention(uint32_t begin, uint32_t end, NumberKind kind, double value) const {
    NumberMention mention;
    mention.span = {atoms_[begin].span.begin, atoms_[end - 1].span.end};
    mention.bound_span = mention.span;
    mention.tokens.begin = atoms_[begin].token;
    mention.tokens.end = atoms_[end - 1].token + 1;
    mention.tokens.head = HeadOf(a_, mention.tokens.begin, mention.tokens.end);
    mention.kind = kind;
    mention.value = value;
    return mention;
  }

  uint32_t Keep(uint32_t begin, uint32_t end, NumberKind kind, double value) {
    found_.push_back(Mention(begin, end, kind, value));
    return end;
  }

  // Digits that belong to a name: all that is written together with them.
  uint32_t Name(uint32_t begin, uint32_t end) {
    while (begin > 0 && Glued(begin) && (atoms_[begin - 1].type == Atom::Type::kWord || IsSign(begin - 1, U'-')) &&
           (found_.empty() || found_.back().span.end <= atoms_[begin - 1].span.begin)) {
      --begin;
    }
    while (On(end) && Glued(end) &&
           (atoms_[end].type != Atom::Type::kSign ||
            ((IsSign(end, U'-') || IsSign(end, U'/') || IsSign(end, U':')) && Glued(end + 1) && On(end + 1) &&
             atoms_[end + 1].type != Atom::Type::kSign))) {
      ++end;
    }
    return Keep(begin, end, NumberKind::kName, 0);
  }

  // ---- what keeps a number from being a count ----

  // Digits glued to letters before them, behind a hash, a stroke or a colon.
  bool WrittenIntoName(uint32_t b) const {
    if (b == 0 || !IsDigits(b) || !Glued(b)) return false;
    const Atom& before = atoms_[b - 1];
    if (before.type == Atom::Type::kWord) return true;
    if (before.sign == U'#' || before.sign == U'@' || before.sign == U'_' || before.sign == U'/' ||
        before.sign == U':') {
      return true;
    }
    // "F-16", "COVID-19": letters, a hyphen, digits.
    return before.sign == U'-' && Glued(b - 1) && b >= 2 && atoms_[b - 2].type == Atom::Type::kWord &&
           Word(b - 2).kind == NumeralWord::Kind::kNone;
  }

  bool NamedBefore(const Numeral& numeral) const {
    const uint32_t b = numeral.begin;
    if (b == 0 || atoms_[b].newline) return false;
    uint32_t p = b - 1;
    if (IsSign(p, U'.') && Glued(p) && p > 0) --p;
    if (atoms_[p].type != Atom::Type::kWord) return false;
    const Token& token = TokenOf(b);
    const bool modifies_next = token.head > atoms_[numeral.end - 1].token && token.dep == Dep::kNummod &&
                               (a_[token.head].pos == Pos::kNoun || a_[token.head].pos == Pos::kPropn);
    if (Is(p, NumberCue::kNameBeforeAnyCase)) return true;
    const uint32_t pt = atoms_[p].token;
    const bool starts_sentence = a_.sentences()[a_[pt].sentence].begin == pt;
    // "could top 500", "will pass 1,000" act on the number
    if (Is(p, NumberCue::kNameBefore) && !Capital(p) && (token.dep == Dep::kDobj || BehindModal(p))) return false;
    if (Is(p, NumberCue::kNameBefore) && Capital(p) && !(starts_sentence && modifies_next)) return true;
    if (numeral.spelled || !numeral.plain_digits) return false;
    if (Is(p, NumberCue::kNameBefore) && !modifies_next && numeral.value < 1000) return true;
    // A capitalized name right before digits that do not count what follows: "Boeing 737".
    if (a_[pt].pos == Pos::kPropn && Capital(p) && !modifies_next && !starts_sentence &&
        (token.head == pt || a_[pt].head == atoms_[b].token || SameEntity(pt, atoms_[b].token))) {
      return true;
    }
    return false;
  }

  // True for a word right behind an auxiliary or "to": it is a verb, whatever its tag.
  bool BehindModal(uint32_t p) const {
    return p > 0 && !atoms_[p].newline && (TokenOf(p - 1).pos == Pos::kAux || TokenOf(p - 1).tag == "TO");
  }

  bool SameEntity(uint32_t one, uint32_t other) const {
    return a_[one].entity >= 0 && a_[one].entity == a_[other].entity && NameEntity(a_[one].entity);
  }
  bool NameEntity(int32_t entity) const {
    switch (a_.entities()[static_cast<size_t>(entity)].type) {
      case EntityType::kPerson:
      case EntityType::kOrg:
      case EntityType::kProduct:
      case EntityType::kFac:
      case EntityType::kGpe:
      case EntityType::kLaw:
      case EntityType::kEvent:
      case EntityType::kWorkOfArt:
        return true;
      default:
        return false;
    }
  }

  // "10 Downing Street", "1600 Pennsylvania Avenue", "7 News", "NY 10001".
  bool NamedAfter(const Numeral& numeral) const {
    const uint32_t e = numeral.end;
    if (!On(e)) return false;
    if (!numeral.spelled) {
      for (uint32_t k = e; k < e + 4 && On(k) && Capital(k); ++k) {
        if (k > e && Is(k, NumberCue::kStreet)) return true;
        if (k == e && Is(k, NumberCue::kStreet) && numeral.value < 200) return true;
      }
    }
    const Token& token = TokenOf(numeral.begin);
    return token.entity >= 0 && NameEntity(token.entity) && Capital(e) && TokenOf(e).entity == token.entity;
  }

  bool ZipCode(const Numeral& numeral) const {
    const uint32_t b = numeral.begin;
    return numeral.plain_digits && b > 0 && !atoms_[b].newline && atoms_[b].span.size() == 5 &&
           atoms_[b - 1].span.size() == 2 && Capital(b - 1) && Is(b - 1, NumberCue::kLocalState);
  }

  // Digits in groups as telephones have them: the end, or `b` where this is none.
  uint32_t PhoneEnd(uint32_t b) const {
    if (!IsDigits(b) || Text(b).find_first_of(".,") != std::string_view::npos) return b;
    uint32_t at = b, groups = 0, digits = 0;
    bool hyphen = false;
    while (On(at == b ? at + 1 : at) || at == b) {
      if (!IsDigits(at)) break;
      digits += atoms_[at].span.size();
      ++groups;
      ++at;
      if (!On(at)) break;
      if (IsSign(at, U'-') && Glued(at) && Glued(at + 1) && IsDigits(at + 1)) {
        hyphen = true;
        ++at;
      } else if (IsSign(at, U')') && On(at + 1) && IsDigits(at + 1)) {
        ++at;
      } else if (!IsDigits(at) || atoms_[at].span.begin > atoms_[at - 1].span.end + 1) {
        break;
      }
    }
    const bool plus = b > 0 && IsSign(b - 1, U'+') && Glued(b);
    bool dialled = false;
    for (uint32_t k = b, n = 0; k > 0 && n < 5 && !atoms_[k].newline; --k, ++n) {
      dialled |= Is(k - 1, NumberCue::kPhone) || words_.cues.Is(words_.ids.Id(TokenOf(k - 1).lemma), NumberCue::kPhone);
    }
    if (plus && digits >= 7) return at;
    if (hyphen && groups >= 2 && digits >= 7 && (groups >= 3 || (atoms_[b].span.size() == 3 && digits == 7))) return at;
    if (dialled && groups == 1 && (digits == 3 || digits >= 7) && Text(b) != "000") {
      // "call 911", but "call 300 people"
      if (On(at) && (TokenOf(at).pos == Pos::kNoun || TokenOf(at).pos == Pos::kAdj || IsSign(at, U'%'))) return b;
      if (at > b && digits == 3 && !DirectlyDialled(b)) return b;
      return at;
    }
    if (dialled && groups >= 2 && digits >= 6) return at;
    return b;
  }
  bool DirectlyDialled(uint32_t b) const {
    return b > 0 &&
           (Is(b - 1, NumberCue::kPhone) || words_.cues.Is(words_.ids.Id(TokenOf(b - 1).lemma), NumberCue::kPhone));
  }

  bool ScoreContext(uint32_t b, uint32_t e) const {
    if (On(e)) {
      const uint32_t k = HyphenSkipped(e);
      if (Is(k, NumberCue::kScoreNoun)) return true;
      if (On(e + 1) && Is(e + 1, NumberCue::kScoreNoun)) return true;
    }
    const Sentence& sentence = a_.sentences()[TokenOf(b).sentence];
    for (uint32_t k = b; k > 0 && k + 6 > b && atoms_[k - 1].token >= sentence.begin; --k) {
      if (words_.cues.Is(words_.ids.Id(TokenOf(k - 1).lemma), NumberCue::kScore) ||
          words_.cues.Is(words_.ids.Id(TokenOf(k - 1).lemma), NumberCue::kScoreNoun)) {
        return true;
      }
    }
    return false;
  }

  // "one" as a pronoun ("no one", "this one", "one of") is no count.
  bool PronounOne(const Numeral& numeral) const {
    if (numeral.value != 1 || !numeral.spelled || numeral.end != numeral.begin + 1) return false;
    const uint32_t b = numeral.begin;
    if (!Is(b, NumeralCue::kOne)) return false;
    const Token& token = TokenOf(b);
    if (On(b + 1) && (Is(b + 1, NumeralCue::kOf) || IsSign(b + 1, U'-'))) return true;
    if (b > 0 && !atoms_[b].newline) {
      const Pos before = TokenOf(b - 1).pos;
      if (before == Pos::kDet || before == Pos::kAdj || Is(b - 1, NumberCue::kNo) || Is(b - 1, NumeralCue::kEach)) {
        return true;
      }
      if (Is(b - 1, NumberCue::kAdditionalBefore) && !On(b + 1)) return true;
    }
    if (token.dep == Dep::kNummod) return false;
    return !(token.dep == Dep::kNsubj || token.dep == Dep::kNsubjpass || token.dep == Dep::kDobj ||
             token.dep == Dep::kConj || token.dep == Dep::kRoot || token.dep == Dep::kAppos) ||
           token.tag == "PRP";
  }

  bool AgeInCommas(uint32_t b, uint32_t e) const {
    if (b < 2 || !IsSign(b - 1, U',') || atoms_[b].newline) return false;
    if (On(e) && !IsSign(e, U',') && !IsSign(e, U'.') && !IsSign(e, U')') && !IsSign(e, U';') && !IsSign(e, U'-')) {
      return false;
    }
    return Aged(b - 2);
  }

  // "two sisters, 8 and 11, were": the first of two ages ends at atom `e`, the second begins at atom `b`.
  bool FirstOfTwoAges(uint32_t b, uint32_t e) const {
    return b >= 2 && IsSign(b - 1, U',') && !atoms_[b].newline && IsAgeGroup(b - 2) && On(e + 2) &&
           Is(e, NumeralCue::kAnd) && IsDigits(e + 1) && IsSign(e + 2, U',');
  }
  bool SecondOfTwoAges(uint32_t b, uint32_t e) const {
    return b >= 2 && Is(b - 1, NumeralCue::kAnd) && On(e) && IsSign(e, U',') && !found_.empty() &&
           found_.back().kind == NumberKind::kAge && found_.back().span.end == atoms_[b - 2].span.end;
  }
  bool IsAgeGroup(uint32_t i) const {
    return Is(i, NumberCue::kAgeGroup) || words_.cues.Is(words_.ids.Id(TokenOf(i).lemma), NumberCue::kAgeGroup);
  }

  // Digits or words from atom `b` to `e` that are an age by the words before them: "aged 54", "at the age of 54", "died
  // at 54", "people over 60".
  bool AgeBefore(uint32_t b, uint32_t e, const NumberMention& mention) const {
    if (b == 0 || atoms_[b].newline || mention.value <= 0 || mention.value > 120) return false;
    if (Is(b - 1, NumberCue::kAgeBefore)) return true;
    if (b < 2) return false;
    if (Is(b - 1, NumeralCue::kOf) && Is(b - 2, NumberCue::kAgeBefore)) return true;
    const bool counts = mention.counted >= static_cast<int32_t>(mention.tokens.end);
    if (counts || (On(e) && atoms_[e].type == Atom::Type::kWord && TokenOf(e).pos == Pos::kNoun)) return false;
    if (Text(b - 1) == "at" && words_.cues.Is(words_.ids.Id(TokenOf(b - 2).lemma), NumberCue::kAgeVerb)) return true;
    const bool beyond = mention.bound == Bound::kMoreThan || mention.bound == Bound::kLessThan;
    return beyond && TokenOf(b - 1).pos == Pos::kAdp && IsAgeGroup(b - 2);
  }

  // A person's name or group before a comma and an age.
  bool Aged(uint32_t i) const {
    const uint32_t before = atoms_[i].token;
    if (a_[before].entity >= 0 && a_.entities()[static_cast<size_t>(a_[before].entity)].type == EntityType::kPerson) {
      return true;
    }
    // Not in a list of numbers or dates.
    // "a Covid patient, 54, died"
    if (a_[before].tag == "NN" && IsAgeGroup(i) && On(i + 3) && IsSign(i + 3, U',')) return true;
    return a_[before].pos == Pos::kPropn && Capital(i) && a_[before].entity < 0;
  }

  // ---- the reading of one numeral ----

  // Emits what the numeral is; returns the atom to go on from.
  uint32_t Read(const Numeral& first) {
    const uint32_t b = first.begin;
    Numeral numeral = first;
    const bool digits = IsDigits(b);

    // Ordinals.
    if (numeral.ordinal) {
      return Keep(b, numeral.end, NumberKind::kOrdinal, numeral.value);
    }
    const CurrencyReading* reading = nullptr;
    const int32_t sign = CurrencyBefore(b, &reading);
    if (digits) {
      if (const uint32_t end = PhoneEnd(b); end > b) {
        const bool plus = b > 0 && IsSign(b - 1, U'+') && Glued(b);
        const bool bracket = b > 0 && IsSign(b - 1, U'(') && atoms_[b + 1].sign == U')';
        return Keep(plus || bracket ? b - 1 : b, end, NumberKind::kPhone, 0);
      }
      // "P5+1"
      if (On(numeral.end + 1) && Glued(b) && IsSign(numeral.end, U'+') && Glued(numeral.end) &&
          Glued(numeral.end + 1) && IsDigits(numeral.end + 1)) {
        return Name(b, numeral.end + 2);
      }
      if (sign < 0 && WrittenIntoName(b)) return Name(b, numeral.end);
      // Letters behind: ordinals, decades, and names such as 4G.
      const uint32_t e = numeral.end;
      if (On(e) && Glued(e) && atoms_[e].type == Atom::Type::kWord && !numeral.attached_letter) {
        const std::string_view letters = Text(e);
        if (letters == "st" || letters == "nd" || letters == "rd" || letters == "th") {
          return Keep(b, e + 1, NumberKind::kOrdinal, numeral.value);
        }
        const Suffix unit = UnitAfter(e);
        const Suffix money = CurrencyAfter(e);
        if (unit.kind == Suffix::Kind::kNone && money.kind == Suffix::Kind::kNone && numeral.multiplier == 1) {
          return Name(b, e);
        }
      }
      if (On(e + 1) && Glued(e) && Glued(e + 1) && (IsSign(e, U'/') || IsSign(e, U':')) && IsDigits(e + 1)) {
        return Name(b, e + 2);
      }
      if (On(e + 1) && Glued(e) && IsSign(e, U'-') && Glued(e + 1) && Capital(e + 1) &&
          atoms_[e + 1].span.size() == 1) {
        return Name(b, e + 2);
      }
    }
    if (PronounOne(numeral)) return numeral.end;
    if (sign < 0 && !numeral.fraction && !numeral.vague) {
      if (ZipCode(numeral)) return Keep(b, numeral.end, NumberKind::kName, 0);
    }

    // The number and what is written with it.
    uint32_t begin = sign >= 0 ? static_cast<uint32_t>(sign) : b;
    double value = numeral.value;
    if (b > 0 && !atoms_[b].newline && begin == b) {
      if (IsSign(b - 1, U'-') && Glued(b) && (!Glued(b - 1) || b == 1) && digits) {
        value = -value;
        begin = b - 1;
      } else if (Is(b - 1, NumeralCue::kMinus) && (b < 2 || Word(b - 2).kind == NumeralWord::Kind::kNone)) {
        value = -value;
        begin = b - 1;
      }
    }
    Suffix suffix = SuffixAfter(numeral.end, sign >= 0);
    if (numeral.vague && suffix.kind == Suffix::Kind::kNone && On(numeral.end) && Is(numeral.end, NumeralCue::kOf)) {
      // "billions of dollars"
      suffix = CurrencyAfter(numeral.end + 1);
    }
    uint32_t end = suffix.kind == Suffix::Kind::kNone ? numeral.end : suffix.end;

    // A range or a pair.
    std::optional<double> high;
    bool between = false;
    if (!numeral.fraction) {
      const uint32_t second_at = RangeSecond(begin, end);
      if (second_at != 0) {
        uint32_t start = second_at;
        const CurrencyReading* second_reading = nullptr;
        if (On(start) && !IsDigits(start) && On(start + 1) && IsDigits(start + 1)) {
          const CurrencyReading* after_sign = ChooseSign(Text(start));
          if (after_sign != nullptr) {
            second_reading = after_sign;
            ++start;
          }
        }
        const std::optional<Numeral> second = in_time_[start] ? std::nullopt : ParseNumeral(start);
        if (second && !second->fraction && !second->ordinal && !second->vague) {
          const Suffix after = SuffixAfter(second->end, sign >= 0 || second_reading != nullptr);
          const bool dash = IsSign(second_at - 1, U'-');
          double low = value;
          if (numeral.multiplier == 1 && second->multiplier > 1 && low < 1000 && suffix.kind == Suffix::Kind::kNone &&
              low * second->multiplier < second->value * 1.0000001) {
            low *= second->multiplier;
          }
          const bool plain = suffix.kind == Suffix::Kind::kNone && after.kind == Suffix::Kind::kNone && sign < 0;
          if (dash && plain && digits && numeral.plain_digits && second->plain_digits &&
              (low >= second->value || ScoreContext(begin, second->end)) && value < 1000) {
            uint32_t pair_end = second->end;
            return Keep(begin, pair_end, NumberKind::kScore, value);
          }
          const bool years = plain && numeral.plain_digits && second->plain_digits && value >= 1000 && value <= 2100 &&
                             second->value < 2100 && dash;
          if (years) return Keep(begin, second->end, NumberKind::kYear, value);
          const bool or_word = Is(second_at - 1, NumberCue::kOr);
          const bool near = !or_word || (second->value <= low + 2 || second->value <= 2 * low);
          const bool same = suffix.kind == Suffix::Kind::kNone || suffix.kind == after.kind;
          const bool bare_to_suffix = !(sign >= 0 && after.kind == Suffix::Kind::kUnit);
          if (low < second->value && near && same && bare_to_suffix) {
            value = low;
            high = second->value;
            between = true;
            if (reading == nullptr) reading = second_reading;
            if (after.kind != Suffix::Kind::kNone) {
              suffix = after;
              end = after.end;
            } else {
              end = second->end;
            }
            numeral.end = second->end;
            numeral.plain_digits = false;
          }
        }
      }
    }
    return Emit(numeral, begin, end, value, high, between, suffix, reading, sign >= 0);
  }

  Suffix SuffixAfter(uint32_t e, bool has_sign) const {
    if (!On(e)) return {};
    if (has_sign) {
      // "$5 million US dollars" has both; the noun then settles it. Percent cannot follow.
      const Suffix money = CurrencyAfter(e);
      return money;
    }
    // A glued "m" is metres or million by what follows: Numeral took it as a multiplier already.
    const Suffix money = CurrencyAfter(e);
    if (money.kind != Suffix::Kind::kNone) return money;
    return UnitAfter(e);
  }

  // The atom where the second number of a range could start, or 0.
  uint32_t RangeSecond(uint32_t begin, uint32_t end) const {
    if (!On(end) || !On(end + 1)) return 0;
    const bool from = begin > 0 && !atoms_[begin].newline && Is(begin - 1, NumberCue::kFrom);
    const bool between = begin > 0 && !atoms_[begin].newline && Is(begin - 1, NumberCue::kBetween);
    if (IsSign(end, U'-')) {
      if (Glued(end) != Glued(end + 1)) return 0;
      return end + 1;
    }
    if (Is(end, NumberCue::kTo)) {
      if (from) {
        // "ranging from 5 to 10", "from 5 to 10 people": a change where something moves, else a range.
        if (begin < 2 || !words_.cues.Is(words_.ids.Id(TokenOf(begin - 2).lemma), NumberCue::kRangeBefore)) return 0;
      }
      if (begin > 0 && Is(begin - 1, NumberCue::kBy)) return 0;
      return end + 1;
    }
    if (Is(end, NumeralCue::kAnd) && between) return end + 1;
    if (Is(end, NumberCue::kOr)) return end + 1;
    return 0;
  }

  uint32_t Emit(const Numeral& numeral, uint32_t begin, uint32_t end, double value, std::optional<double> high,
                bool between, const Suffix& suffix, const CurrencyReading* reading, bool has_sign) {
    NumberKind kind = NumberKind::kCount;
    uint32_t span_end = numeral.end;
    std::string unit;
    switch (suffix.kind) {
      case Suffix::Kind::kPercent:
        kind = NumberKind::kPercent;
        span_end = suffix.end;
        break;
      case Suffix::Kind::kPercentPoint:
        kind = NumberKind::kPercentPoint;
        span_end = suffix.end;
        break;
      case Suffix::Kind::kAge:
        kind = NumberKind::kAge;
        break;
      case Suffix::Kind::kUnit:
        kind = NumberKind::kQuantity;
        unit = Text(suffix.begin, suffix.end - 1);
        break;
      case Suffix::Kind::kCurrency:
        kind = NumberKind::kMoney;
        span_end = suffix.end;
        break;
      case Suffix::Kind::kNone:
        break;
    }
    if (has_sign || reading != nullptr) kind = NumberKind::kMoney;
    if (suffix.kind == Suffix::Kind::kCurrency && (suffix.reading->own || reading == nullptr)) reading = suffix.reading;
    if (numeral.fraction && kind == NumberKind::kCount) kind = NumberKind::kFraction;

    if (numeral.vague && kind == NumberKind::kCount && numeral.begin + 1 == numeral.end && !VagueCounts(numeral)) {
      return numeral.end;
    }
    // "5m": metres where nothing is counted.
    if (kind == NumberKind::kCount && numeral.attached_letter && numeral.multiplier == 1e6 && !CountsNext(end)) {
      kind = NumberKind::kQuantity;
      value /= 1e6;
      if (high) *high /= 1e6;
      unit = Text(numeral.end - 1);
      span_end = numeral.end - 1;
      if (span_end <= begin) span_end = numeral.end;
    }
    // Units before: "magnitude 6.3".
    if (kind == NumberKind::kCount) {
      uint32_t at = begin;
      for (uint32_t steps = 0; steps < 3 && at > 0 && !atoms_[at].newline; ++steps) {
        uint32_t payload = 0;
        if (const int32_t start = MatchBack(words_.units.before(), at - 1, &payload); start >= 0) {
          kind = NumberKind::kQuantity;
          unit = Text(static_cast<uint32_t>(start), static_cast<uint32_t>(start));
          for (char& c : unit) {
            if (IsUpper(c)) c = static_cast<char>(c - 'A' + 'a');
          }
          break;
        }
        uint32_t bound = 0;
        if (!Is(at - 1, NumberCue::kFiller) && MatchBack(words_.bounds.before(), at - 1, &bound) < 0) break;
        --at;
      }
    }
    if (kind == NumberKind::kCount || (kind == NumberKind::kQuantity && suffix.kind == Suffix::Kind::kUnit)) {
      const bool plain_count = kind == NumberKind::kCount && !numeral.vague && !between;
      if (plain_count && value > 0 && value < 120 && numeral.plain_digits &&
          (AgeInCommas(numeral.begin, numeral.end) || FirstOfTwoAges(numeral.begin, numeral.end) ||
           SecondOfTwoAges(numeral.begin, numeral.end))) {
        return Keep(begin, numeral.end, NumberKind::kAge, value);
      }
      if (!numeral.vague && (NamedBefore(numeral) || (kind == NumberKind::kCount && NamedAfter(numeral)))) {
        return Keep(begin, numeral.end, NumberKind::kName, value);
      }
      if (plain_count && numeral.plain_digits && Year(numeral, value)) {
        return Keep(begin, numeral.end, NumberKind::kYear, value);
      }
    }
    if (kind == NumberKind::kQuantity && Position(suffix)) return Keep(begin, suffix.end, NumberKind::kName, value);

    NumberMention mention = Mention(begin, std::max(span_end, begin + 1), kind, value);
    mention.high = high;
    mention.unit = unit;
    if (kind == NumberKind::kMoney && reading != nullptr) {
      if (reading->part) {
        mention.value = std::round(mention.value * 1e6 / 100) / 1e6;
        if (mention.high) mention.high = std::round(*mention.high * 1e6 / 100) / 1e6;
      }
      if (reading->currency != ~0u) mention.currency = words_.currencies.currency(reading->currency).code;
    }
    const uint32_t behind = suffix.kind == Suffix::Kind::kNone ? std::max(span_end, begin + 1) : suffix.end;
    if (kind != NumberKind::kAge) {
      mention.counted = CountedBy(a_, words_, mention, atoms_[behind - 1].token + 1);
      // "250 a day earlier"
      if (On(behind + 1) && Is(behind, NumeralCue::kIndefiniteArticle) &&
          mention.counted == static_cast<int32_t>(atoms_[behind + 1].token)) {
        mention.counted = -1;
      }
      if (mention.counted >= 0 && mention.kind == NumberKind::kCount) FixThousands(numeral, &mention);
    }

    // Bounds, before and behind; "another".
    const Bounded bounded = BoundBefore(begin);
    mention.additional = bounded.additional;
    mention.bound_span.begin = atoms_[bounded.begin].span.begin;
    if (numeral.vague) {
      mention.bound = numeral.bound;
    } else if (between) {
      mention.bound = Bound::kBetween;
    } else {
      mention.bound = bounded.bound;
    }
    Bound after = Bound::kExactly;
    uint32_t after_end = 0;
    uint32_t counted_atom = 0;
    if (mention.counted >= 0 && static_cast<uint32_t>(mention.counted) >= mention.tokens.end) {
      counted_atom = AtomOf(static_cast<uint32_t>(mention.counted), behind);
    }
    if (BoundAfter(behind, &after, &after_end) ||
        (counted_atom != 0 && BoundAfter(counted_atom + 1, &after, &after_end))) {
      if (mention.bound == Bound::kExactly || mention.bound == Bound::kAbout) mention.bound = after;
      mention.bound_span.end = std::max(mention.bound_span.end, atoms_[after_end - 1].span.end);
    } else if (On(behind) && Is(behind, NumberCue::kAdditionalAfter) &&
               !(On(behind + 1) && Text(behind + 1) == "than")) {
      mention.additional = true;
    } else if (counted_atom != 0 && On(counted_atom + 1) && Text(counted_atom + 1) == "more" &&
               !(On(counted_atom + 2) && Text(counted_atom + 2) == "than")) {
      mention.additional = true;
    }
    if (mention.kind == NumberKind::kCount && !numeral.vague && AgeBefore(begin, behind, mention)) {
      mention.kind = NumberKind::kAge;
      mention.counted = -1;
      found_.push_back(std::move(mention));
      return std::max(behind, numeral.end);
    }
    ReadPer(behind, counted_atom, &mention);
    ShareMeasure(mention);
    TakeUpMeasure(begin, &mention);
    ReadConversion(begin, &mention);
    if (mention.converts >= 0 && On(behind) && IsSign(behind, U')')) {
      // "50 tenge (about 0.74 yuan) per litre"
      NumberMention& converted = found_[static_cast<size_t>(mention.converts)];
      if (converted.per.empty() && ReadPerAt(behind + 1, &converted)) SharePer(&converted);
    }
    SharePer(&mention);
    if (mention.counted >= 0 && !found_.empty() && found_.back().kind == mention.kind &&
        found_.back().tokens.begin <= static_cast<uint32_t>(mention.counted) &&
        static_cast<uint32_t>(mention.counted) < found_.back().tokens.end) {
      mention.counted = -1;
    }
    CarryCounted(&mention);
    if (mention.kind == NumberKind::kFraction && mention.value >= 1) mention.value = std::round(mention.value);
    found_.push_back(std::move(mention));
    return std::max(behind, numeral.end);
  }

  // "scores" and "hundreds" alone: a count where people or things follow, or where it is a subject.
  bool VagueCounts(const Numeral& numeral) const {
    if (numeral.bound != Bound::kAbout) return true;
    const uint32_t e = numeral.end;
    if (numeral.begin > 0 && (TokenOf(numeral.begin - 1).pos == Pos::kDet || TokenOf(numeral.begin - 1).tag == "PRP$" ||
                              TokenOf(numeral.begin - 1).tag == "JJ" || TokenOf(numeral.begin).pos == Pos::kVerb)) {
      return false;
    }
    if (!On(e)) return false;
    return Is(e, NumeralCue::kOf) || Is(e, NumberCue::kAdditionalAfter) || Is(e, NumberCue::kDead) ||
           TokenOf(e).tag == "VBP" || TokenOf(e).tag == "VBD";
  }

  bool CountsNext(uint32_t e) const {
    if (!On(e) || atoms_[e].type == Atom::Type::kSign) return false;
    const Token& token = TokenOf(e);
    return token.pos == Pos::kNoun || token.pos == Pos::kPropn || Is(e, NumeralCue::kOf) ||
           (token.pos == Pos::kAdj && On(e + 1) && TokenOf(e + 1).pos == Pos::kNoun) || token.tag == "VBN";
  }

  // "1.200 people": the dot parts thousands where whole things are counted.
  void FixThousands(const Numeral& numeral, NumberMention* mention) const {
    if (!numeral.three_decimals || numeral.multiplier != 1) return;
    const Token& counted = a_[static_cast<uint32_t>(mention->counted)];
    if (counted.tag == "NNS" && !mention->high) mention->value = std::round(mention->value * 1000);
  }

  bool Year(const Numeral& numeral, double value) const {
    if (value < 1500 || value > 2100 || atoms_[numeral.begin].span.size() != 4) return false;
    const Token& token = TokenOf(numeral.begin);
    const uint32_t e = numeral.end;
    if (numeral.begin > 0 && Is(numeral.begin - 1, NumberCue::kYearBefore) && !numeral.spelled) {
      // "of 2000 people"
      if (!(token.dep == Dep::kNummod && token.head > atoms_[numeral.begin].token && a_[token.head].tag == "NNS" &&
            atoms_[numeral.begin].token + 1 == token.head)) {
        return true;
      }
    }
    if (On(e) && token.dep == Dep::kNummod && token.head > atoms_[numeral.begin].token &&
        !(numeral.begin > 0 && Is(numeral.begin - 1, NumeralCue::kThe) && value >= 1900) &&
        (a_[token.head].tag == "NNS" || a_[token.head].lower == "people")) {
      return false;
    }
    if (value >= 1900 && numeral.begin > 0 && Is(numeral.begin - 1, NumeralCue::kThe)) return true;
    return value >= 1900 && (!On(e) || TokenOf(e).pos != Pos::kNoun || TokenOf(e).tag == "NN");
  }

  // Degrees of latitude and longitude.
  bool Position(const Suffix& suffix) const {
    if (suffix.kind != Suffix::Kind::kUnit || words_.units.unit(suffix.unit).kind != UnitKind::kTemperature) {
      return false;
    }
    const uint32_t e = suffix.end;
    if (!On(e)) return false;
    const std::string_view next = Text(e);
    if (IsDigits(e) && Glued(e)) return true;
    if (next.size() == 1 && (next == "N" || next == "S" || next == "E" || next == "W")) return true;
    static constexpr std::string_view kSides[] = {"north", "south", "east", "west", "latitude", "longitude"};
    return std::find(std::begin(kSides), std::end(kSides), TokenOf(e).lower) != std::end(kSides);
  }

  uint32_t AtomOf(uint32_t token, uint32_t from) const {
    for (uint32_t i = from > 0 ? from - 1 : 0; i < size() && atoms_[i].token <= token; ++i) {
      if (atoms_[i].token == token && (i + 1 == size() || atoms_[i + 1].token != token)) return i;
    }
    return 0;
  }

  // ---- rates ----

  void ReadPer(uint32_t behind, uint32_t counted_atom, NumberMention* mention) const {
    if (ReadPerAt(behind, mention)) return;
    if (counted_atom != 0 && counted_atom < behind + 8) ReadPerAt(counted_atom + 1, mention);
  }

  bool ReadPerAt(uint32_t at, NumberMention* mention) const {
    if (!On(at)) return false;
    uint32_t k = at;
    bool per = false;
    if (IsSign(k, U'/') && Glued(k) && On(k + 1) && Glued(k + 1) && atoms_[k + 1].type == Atom::Type::kWord) {
      ++k;
      per = true;
    } else if (IsSign(k, U'-') && Glued(k) && On(k + 2) && Glued(k + 1) &&
               (Is(k + 1, NumeralCue::kIndefiniteArticle) || Text(k + 1) == "per") && Glued(k + 2)) {
      k += 2;  // "$5-a-barrel"
      k = IsSign(k, U'-') ? k + 1 : k;
      per = true;
    } else {
      uint32_t payload = 0;
      const uint32_t end = Match(words_.cues.per(), k, &payload);
      if (end > k) {
        if (Is(k, NumeralCue::kEach)) {
          if (!On(end) || !(Is(end, NumberCue::kRateNoun) || IsDigits(end))) return false;
        }
        k = end;
        per = true;
      } else if (Is(k, NumeralCue::kIndefiniteArticle) && On(k + 1) && RateNoun(k + 1) &&
                 !(On(k + 2) && Is(k + 2, NumberCue::kOffset) && IsTimeUnit(k + 1))) {
        ++k;
        per = true;
      }
    }
    if (!per || !On(k)) return false;
    if (mention->counted == static_cast<int32_t>(atoms_[k].token)) mention->counted = -1;
    uint32_t last = k;
    const std::optional<Numeral> number = MayStart(k) ? ParseNumeral(k) : std::nullopt;
    if (number && !number->ordinal && On(number->end)) last = number->end;
    if (atoms_[last].type != Atom::Type::kWord) return false;
    // Modifiers of the noun: "square metre", "100,000 inhabitants", "kilowatt hour".
    while (On(last + 1) && atoms_[last + 1].type == Atom::Type::kWord && last < k + 4) {
      const uint32_t token = atoms_[last].token;
      const bool modifier =
          (a_[token].dep == Dep::kCompound || a_[token].dep == Dep::kAmod) && a_[token].head == atoms_[last + 1].token;
      if (!modifier) break;
      ++last;
    }
    mention->per = Text(k, last);
    return true;
  }

  // "250 a day earlier" is no rate, "$1.03 a gallon before the war" is.
  bool IsTimeUnit(uint32_t k) const {
    const Suffix unit = UnitAfter(k);
    return unit.kind == Suffix::Kind::kUnit && words_.units.unit(unit.unit).kind == UnitKind::kTime;
  }

  bool RateNoun(uint32_t k) const {
    if (Is(k, NumberCue::kRateNoun)) return true;
    return words_.cues.Is(words_.ids.Id(TokenOf(k).lemma), NumberCue::kRateNoun) && TokenOf(k).tag == "NN";
  }

  // "from 60 tenge to 120 tenge per litre": what the second is per, the first is too.
  void SharePer(NumberMention* mention) {
    if (mention->per.empty()) return;
    for (auto before = found_.rbegin(); before != found_.rend(); ++before) {
      if (before->span.begin >= mention->span.begin) continue;
      if (before->converts >= 0) continue;
      if (a_[before->tokens.begin].sentence != a_[mention->tokens.begin].sentence) return;
      if (before->kind != mention->kind || before->currency != mention->currency || !before->per.empty()) return;
      const uint32_t first = before->tokens.begin, second = mention->tokens.begin;
      if (first == 0 || second == 0 || second - first > 20) return;
      const std::string_view one = a_[first - 1].lower, other = a_[second - 1].lower;
      if ((one == "from" && other == "to") || (one == "to" && other == "from")) before->per = mention->per;
      return;
    }
  }

  // "from 64 to 58 percent": the measure of the second is that of the first.
  void ShareMeasure(const NumberMention& mention) {
    if (mention.kind == NumberKind::kCount || mention.kind == NumberKind::kFraction || found_.empty()) return;
    NumberMention& before = found_.back();
    const uint32_t first = before.tokens.begin, second = mention.tokens.begin;
    if (before.kind != NumberKind::kCount || first == 0 || before.tokens.end + 1 != second) return;
    if (a_[first - 1].lower != "from" || a_[second - 1].lower != "to") return;
    before.kind = mention.kind;
    before.currency = mention.currency;
    before.unit = mention.unit;
  }

  // "3 crowns a litre, up from 2.45": a bare number behind "from" or "to" is in the measure of the number before.
  void TakeUpMeasure(uint32_t begin, NumberMention* mention) const {
    if (mention->kind != NumberKind::kCount || found_.empty() || begin == 0) return;
    if (!Is(begin - 1, NumberCue::kFrom) && !Is(begin - 1, NumberCue::kTo)) return;
    const uint32_t end = mention->tokens.end;
    if (end < a_.size() && a_[end].pos == Pos::kNoun && a_[end].sentence == a_[mention->tokens.begin].sentence) return;
    const NumberMention* before = &found_.back();
    if (before->converts >= 0) before = &found_[static_cast<size_t>(before->converts)];
    if (a_[before->tokens.begin].sentence != a_[mention->tokens.begin].sentence) return;
    if (mention->tokens.begin - before->tokens.end > 12) return;
    if (before->kind != NumberKind::kMoney && before->kind != NumberKind::kPercent &&
        before->kind != NumberKind::kQuantity) {
      return;
    }
    if (before->kind == NumberKind::kQuantity && before->unit == "times") return;
    mention->kind = before->kind;
    mention->currency = before->currency;
    mention->unit = before->unit;
    mention->per = before->per;
    if (mention->counted < 0) mention->counted = before->counted;
  }

  // ---- conversions ----

  void ReadConversion(uint32_t begin, NumberMention* mention) const {
    if (found_.empty()) return;
    if (mention->kind != NumberKind::kMoney && mention->kind != NumberKind::kQuantity) return;
    uint32_t index = static_cast<uint32_t>(found_.size()) - 1;
    const NumberMention* before = &found_[index];
    const std::string_view gap = before->span.end <= atoms_[begin].span.begin
                                     ? text_.substr(before->span.end, atoms_[begin].span.begin - before->span.end)
                                     : std::string_view();
    const size_t open = gap.rfind('(');
    const bool bracket = open != std::string_view::npos && gap.find(')', open) == std::string_view::npos &&
                         gap.find('\n') == std::string_view::npos && open <= 40 && gap.size() - open <= 30;
    const bool listed = before->converts >= 0 && gap.size() < 12 && gap.find(')') == std::string_view::npos &&
                        gap.find('\n') == std::string_view::npos;  // "(145 km; 78 nmi)"
    const bool spoken = gap.size() < 24 && gap.find(", or ") != std::string_view::npos;
    if (!bracket && !listed && !spoken) return;
    if (listed) {
      index = static_cast<uint32_t>(before->converts);
      before = &found_[index];
    }
    if (before->kind != mention->kind) return;
    if (mention->kind == NumberKind::kMoney ? before->currency == mention->currency : before->unit == mention->unit) {
      return;
    }
    mention->converts = static_cast<int32_t>(index);
  }

  // ---- counted nouns carried over ----

  void CarryCounted(NumberMention* mention) const {
    if (mention->counted >= 0 || mention->kind != NumberKind::kCount) return;
    const Dep dep = a_[mention->tokens.head].dep;
    if (dep != Dep::kDobj && dep != Dep::kNsubj && dep != Dep::kNsubjpass && dep != Dep::kConj && dep != Dep::kAppos &&
        dep != Dep::kRoot && dep != Dep::kDep) {
      return;
    }
    uint32_t steps = 0;
    for (auto before = found_.rbegin(); before != found_.rend() && steps < 20; ++before, ++steps) {
      if (a_[before->tokens.begin].sentence != a_[mention->tokens.begin].sentence) return;
      if (before->kind != NumberKind::kCount || before->counted < 0) continue;
      const Token& noun = a_[static_cast<uint32_t>(before->counted)];
      if (noun.tag != "NNS" && noun.lower != "people" && noun.pos != Pos::kAdj) continue;
      mention->counted = before->counted;
      return;
    }
  }

  const NumberWords& words_;
  std::string_view text_;
  const Analysis& a_;
  std::span<const Span> times_;
  std::string_view country_;
  std::vector<Atom> atoms_;
  bool has_pound_sign_ = false;
  std::vector<uint8_t> in_time_;
  std::vector<NumberMention> found_;
};

}  // namespace

struct NumberFinder::Impl {
  NumberWords words;
};

NumberFinder::NumberFinder() = default;
NumberFinder::NumberFinder(NumberFinder&&) noexcept = default;
NumberFinder& NumberFinder::operator=(NumberFinder&&) noexcept = default;
NumberFinder::~NumberFinder() = default;

Result<NumberFinder> NumberFinder::Make(const Lexicon& lexicon) {
  Result<NumberWords> words = NumberWords::Make(lexicon);
  if (!words.ok()) return words.status();
  NumberFinder finder;
  finder.impl_ = std::make_unique<Impl>(Impl{std::move(*words)});
  return finder;
}

std::vector<NumberMention> NumberFinder::Find(const Analysis& analysis, std::span<const Span> times,
                                              std::string_view country) const {
  return Scanner(impl_->words, analysis, times, country).Run();
}

}  // namespace diurna
