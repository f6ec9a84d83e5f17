// English numerals as a small recursive grammar: pieces below a thousand ("two hundred and fifty-three", "1.5"), each
// with its multipliers ("million", "lakh crore"), in falling order of size; the same with articles ("a hundred"),
// halves
// ("two and a half million", "half a dozen"), vague plurals ("tens of thousands", "several hundred") and fractions
// ("two-thirds", "one in five"). Years told in words ("nineteen eighty-four") are left out.

#include "numerals/numeral.h"

#include <cmath>
#include <limits>

namespace diurna {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

double Plain(std::string_view digits) {
  double value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

double Decimal(std::string_view digits, char dot) {
  double value = 0, scale = 1;
  bool behind = false;
  for (const char c : digits) {
    if (c == dot) {
      behind = true;
    } else if (IsDigit(c)) {
      value = value * 10 + (c - '0');
      if (behind) scale *= 10;
    }
  }
  return value / scale;
}

// A vulgar fraction as one sign.
double VulgarFraction(char32_t sign) {
  switch (sign) {
    case 0xBC:
      return 1.0 / 4;
    case 0xBD:
      return 1.0 / 2;
    case 0xBE:
      return 3.0 / 4;
    case 0x2153:
      return 1.0 / 3;
    case 0x2154:
      return 2.0 / 3;
    case 0x2155:
      return 1.0 / 5;
    case 0x2156:
      return 2.0 / 5;
    case 0x2157:
      return 3.0 / 5;
    case 0x2158:
      return 4.0 / 5;
    case 0x2159:
      return 1.0 / 6;
    case 0x215A:
      return 5.0 / 6;
    case 0x215B:
      return 1.0 / 8;
    case 0x215C:
      return 3.0 / 8;
    case 0x215D:
      return 5.0 / 8;
    case 0x215E:
      return 7.0 / 8;
    default:
      return 0;
  }
}

class Parser {
 public:
  Parser(std::string_view text, const std::vector<Atom>& atoms, const NumberWords& words)
      : text_(text), atoms_(atoms), words_(words) {}

  std::optional<Numeral> Parse(uint32_t at) {
    if (std::optional<Numeral> found = Vague(at)) return found;
    if (std::optional<Numeral> found = Fraction(at)) return found;
    if (Word(at).kind == NumberWordKind::kTen) {
      if (std::optional<Numeral> found = Ordinal(at)) return found;
    }
    if (std::optional<Numeral> found = Cardinal(at)) {
      if (std::optional<Numeral> share = InSoMany(*found)) return share;
      return found;
    }
    return Ordinal(at);
  }

 private:
  bool Has(uint32_t i) const { return i < atoms_.size() && !(i > 0 && atoms_[i].newline); }
  bool First(uint32_t i) const { return i < atoms_.size(); }
  const NumberWord& Word(uint32_t i) const { return words_.word(i < atoms_.size() ? atoms_[i].word : 0); }
  bool IsWord(uint32_t i, uint32_t id) const { return i < atoms_.size() && atoms_[i].word == id && id != 0; }
  bool IsHyphen(uint32_t i) const {
    return Has(i) && atoms_[i].type == Atom::Type::kSign && atoms_[i].sign == U'-' && atoms_[i].glued;
  }
  // The atom behind one that may be joined by a hyphen.
  uint32_t Joined(uint32_t i) const { return IsHyphen(i) && Has(i + 1) && atoms_[i + 1].glued ? i + 1 : i; }
  bool IsArticle(uint32_t i) const { return IsWord(i, words_.a) || IsWord(i, words_.an); }
  std::string_view Text(uint32_t i) const { return atoms_[i].span.In(text_); }

  // "a half", "half a": the index behind it.
  std::optional<uint32_t> AndAHalf(uint32_t i) const {
    if (!Has(i) || !IsWord(i, words_.and_) || !Has(i + 1)) return std::nullopt;
    uint32_t j = i + 1;
    if (IsHyphen(j)) ++j;
    if (IsArticle(j) || IsWord(j, words_.one)) ++j;
    j = Joined(j);
    if (Has(j) && IsWord(j, words_.half)) return j + 1;
    return std::nullopt;
  }

  // A number below a thousand in words: "seven", "forty-two", "two hundred and six".
  std::optional<double> Below1000(uint32_t* at) const {
    uint32_t j = *at;
    const auto below100 = [&](uint32_t* i) -> std::optional<double> {
      if (!First(*i)) return std::nullopt;
      const NumberWord& word = Word(*i);
      if (word.kind == NumberWordKind::kUnit || word.kind == NumberWordKind::kTeen) {
        ++*i;
        return word.value;
      }
      if (word.kind != NumberWordKind::kTen) return std::nullopt;
      const double tens = word.value;
      ++*i;
      const uint32_t next = Joined(*i);
      if (Has(next) && Word(next).kind == NumberWordKind::kUnit && Word(next).value > 0) {
        *i = next + 1;
        return tens + Word(next).value;
      }
      return tens;
    };
    std::optional<double> value = below100(&j);
    if (!value) return std::nullopt;
    const uint32_t next = Joined(j);
    if (Has(next) && Word(next).kind == NumberWordKind::kMultiplier && Word(next).value == 100) {
      *value *= 100;
      j = next + 1;
      AddBelow100(&j, &*value);
    }
    *at = j;
    return value;
  }

  // After "hundred": "and six", "six".
  void AddBelow100(uint32_t* at, double* value) const {
    uint32_t k = *at;
    if (Has(k) && IsWord(k, words_.and_))
      ++k;
    else
      k = Joined(k);
    if (!Has(k)) return;
    const NumberWord& word = Word(k);
    if (word.kind != NumberWordKind::kUnit && word.kind != NumberWordKind::kTeen && word.kind != NumberWordKind::kTen) {
      return;
    }
    uint32_t end = k + 1;
    double more = word.value;
    if (word.kind == NumberWordKind::kTen) {
      const uint32_t next = Joined(end);
      if (Has(next) && Word(next).kind == NumberWordKind::kUnit && Word(next).value > 0) {
        more += Word(next).value;
        end = next + 1;
      }
    }
    // "two hundred and five thousand": still below a thousand, the multiplier comes behind.
    *value += more;
    *at = end;
  }

  // A run of digits, with groups parted by blanks and a fraction behind: "1 200", "2 1/2", "2½".
  std::optional<double> Digits(uint32_t* at, Numeral* numeral) const {
    uint32_t j = *at;
    std::string_view digits = Text(j);
    std::optional<double> value = ParseDigits(digits);
    if (!value) return std::nullopt;
    bool plain = true;
    for (const char c : digits) plain &= IsDigit(c);
    numeral->plain_digits = plain;
    const size_t dot = digits.find('.');
    numeral->three_decimals = dot != std::string_view::npos && digits.size() - dot == 4 && dot > 0 && dot < 4 &&
                              digits[0] != '0' && digits.find('.', dot + 1) == std::string_view::npos;
    ++j;
    if (plain && digits.size() <= 3 && digits[0] != '0') {
      bool grouped = false;
      while (Has(j) && atoms_[j].type == Atom::Type::kDigits && Text(j).size() == 3 && !atoms_[j].glued &&
             atoms_[j].span.begin == atoms_[j - 1].span.end + 1) {
        bool three = true;
        for (const char c : Text(j)) three &= IsDigit(c);
        if (!three) break;
        *value = *value * 1000 + Plain(Text(j));
        ++j;
        grouped = true;
      }
      // "1 299,00": the last group carries the decimals.
      constexpr size_t kGroup = 3;
      if (Has(j) && atoms_[j].type == Atom::Type::kDigits && Text(j).size() > kGroup + 1 &&
          Text(j).size() <= kGroup + 3 && (Text(j)[kGroup] == ',' || Text(j)[kGroup] == '.') && !atoms_[j].glued &&
          atoms_[j].span.begin == atoms_[j - 1].span.end + 1) {
        if (const std::optional<double> rest = ParseDigits(Text(j))) {
          *value = *value * 1000 + *rest;
          ++j;
          grouped = true;
        }
      }
      if (grouped) numeral->plain_digits = false;
    }
    if (Has(j) && atoms_[j].type == Atom::Type::kSign && VulgarFraction(atoms_[j].sign) > 0) {
      *value += VulgarFraction(atoms_[j].sign);
      numeral->plain_digits = false;
      ++j;
    } else if (plain && Has(j + 2) && atoms_[j].type == Atom::Type::kDigits && !atoms_[j].glued &&
               atoms_[j + 1].sign == U'/' && atoms_[j + 1].glued && atoms_[j + 2].glued &&
               atoms_[j + 2].type == Atom::Type::kDigits && Text(j).size() == 1 && Text(j + 2).size() <= 2) {
      const double under = Plain(Text(j + 2));
      if (under > Plain(Text(j))) {
        *value += Plain(Text(j)) / under;
        numeral->plain_digits = false;
        j += 3;
      }
    }
    *at = j;
    return value;
  }

  // Multipliers from a thousand up behind a piece: "million", "lakh crore", "bn".
  double Multipliers(uint32_t* at, bool after_digits, Numeral* numeral) const {
    double product = 1;
    uint32_t j = *at;
    while (true) {
      const uint32_t next = Joined(j);
      if (!Has(next)) break;
      const NumberWord& word = Word(next);
      if (word.kind == NumberWordKind::kMultiplier && (word.value > 100 || after_digits || product > 1)) {
        product *= word.value;
        j = next + 1;
        after_digits = false;
        continue;
      }
      if (product == 1 && after_digits && word.attached > 0 && next == j && atoms_[next].type == Atom::Type::kWord) {
        const bool letter = Text(next).size() == 1;
        if (letter && !atoms_[next].glued) break;
        product = word.attached;
        numeral->attached_letter = letter;
        j = next + 1;
      }
      break;
    }
    *at = j;
    return product;
  }

  std::optional<Numeral> Cardinal(uint32_t at) const {
    Numeral out;
    out.begin = at;
    uint32_t j = at;
    double total = 0, last = std::numeric_limits<double>::infinity();
    bool any = false;
    while (true) {
      uint32_t k = j;
      bool with_and = false;
      if (any) {
        if (Has(k) && IsWord(k, words_.and_)) {
          ++k;
          with_and = true;
        } else {
          k = Joined(k);
        }
        if (!Has(k)) break;
      } else if (!First(k)) {
        return std::nullopt;
      }
      double piece = 0;
      bool digits = false;
      Numeral ignored;
      Numeral* marks = any ? &ignored : &out;
      const Atom& atom = atoms_[k];
      if (atom.type == Atom::Type::kDigits) {
        if (any && with_and) break;
        const std::optional<double> value = Digits(&k, marks);
        if (!value) {
          if (any) break;
          return std::nullopt;
        }
        piece = *value;
        digits = true;
      } else if (!any && atom.type == Atom::Type::kSign && VulgarFraction(atom.sign) > 0) {
        piece = VulgarFraction(atom.sign);
        digits = true;
        ++k;
        const uint32_t start = k;
        const double product = Multipliers(&k, true, &out);
        if (k == start) return std::nullopt;
        out.value = piece * product;
        out.multiplier = product;
        out.end = k;
        return out;
      } else if (const std::optional<double> value = Below1000(&k)) {
        piece = *value;
        if (!any) out.spelled = true;
      } else if (!any && (IsArticle(k) || IsWord(k, words_.half)) && Has(k + 1)) {
        // "a hundred", "a dozen", "half a million", "a half million", "half-million"
        double start = 1;
        uint32_t m = k;
        if (IsArticle(m)) ++m;
        if (First(m) && IsWord(m, words_.half)) {
          start = 0.5;
          ++m;
          if (Has(m) && IsArticle(m)) ++m;
        }
        m = Joined(m);
        if (!Has(m)) return std::nullopt;
        const NumberWord& word = Word(m);
        if (word.kind != NumberWordKind::kMultiplier && word.kind != NumberWordKind::kGroup) return std::nullopt;
        if (word.kind == NumberWordKind::kGroup && word.value == 20) return std::nullopt;  // "a score": a result
        out.spelled = true;
        out.bare_article = IsArticle(k);
        if (word.kind == NumberWordKind::kMultiplier && word.value == 100 && start == 1) {
          piece = 100;
          k = m + 1;
          AddBelow100(&k, &piece);
        } else {
          piece = start * word.value;
          k = m + 1;
          if (word.kind == NumberWordKind::kMultiplier) {
            out.multiplier = word.value;
            last = word.value;
            if (const std::optional<uint32_t> half = AndAHalf(k)) {
              piece += word.value / 2;
              k = *half;
            } else {
              const double more = Multipliers(&k, false, &out);
              piece *= more;
              last *= more;
            }
            total += piece;
            any = true;
            j = k;
            continue;
          }
        }
      } else if (!any && (Word(k).kind == NumberWordKind::kMultiplier || Word(k).kind == NumberWordKind::kGroup) &&
                 Word(k).value != 20) {
        // "hundred people", "dozen arrests": without an article, in headlines
        piece = Word(k).value;
        out.spelled = true;
        ++k;
        total = piece;
        any = true;
        j = k;
        break;
      } else {
        if (any) break;
        return std::nullopt;
      }

      double half = 0;
      if (const std::optional<uint32_t> behind = AndAHalf(k)) {
        half = 0.5;
        k = *behind;
      }
      // Groups: "two dozen".
      const uint32_t group = Joined(k);
      if (Has(group) && Word(group).kind == NumberWordKind::kGroup && !any) {
        out.value = (piece + half) * Word(group).value;
        out.end = group + 1;
        return out;
      }
      const double product = Multipliers(&k, digits, marks);
      if (any) {
        // A later piece is smaller than the multiplier before it; bare digits do not go on a number.
        if (product >= last || (digits && product == 1) || piece >= last) break;
        if (product == 1 && (last < 1000 && with_and)) break;
        if (half > 0) break;
        // "five million and three": only a number wholly in words goes on with "and".
        if (with_and && !out.spelled) break;
        // "3 lakh 50 thousand" goes on; "two million five" needs words throughout.
        if (!digits && product == 1 && !out.spelled) break;
      }
      double value = (piece + half) * product;
      if (half == 0 && product > 1) {
        if (const std::optional<uint32_t> behind = AndAHalf(k); behind && !digits) {
          value += product / 2;
          k = *behind;
        }
      }
      total += value;
      if (!any) out.multiplier = product;
      any = true;
      j = k;
      if (product == 1) break;
      last = product;
    }
    if (!any) return std::nullopt;
    // "three point five million"
    if (out.spelled && Has(j + 1) && IsWord(j, words_.point) && Word(j + 1).kind == NumberWordKind::kUnit) {
      uint32_t k = j + 1;
      double scale = 0.1;
      while (Has(k) && Word(k).kind == NumberWordKind::kUnit) {
        total += Word(k).value * scale;
        scale /= 10;
        ++k;
      }
      const double product = Multipliers(&k, true, &out);
      total *= product;
      out.multiplier = product;
      j = k;
    }
    out.value = total;
    out.end = j;
    return out;
  }

  std::optional<Numeral> Vague(uint32_t at) const {
    Numeral out;
    out.begin = at;
    out.vague = true;
    out.spelled = true;
    const NumberWord& first = Word(at);
    if (first.kind == NumberWordKind::kVague) {
      uint32_t j = at + 1;
      double value = first.value;
      Bound bound = first.bound;
      bool combined = false;
      while (Has(j + 1) && IsWord(j, words_.of) && Word(j + 1).kind == NumberWordKind::kVague) {
        value *= Word(j + 1).value / 2;
        bound = Word(j + 1).bound;
        j += 2;
        combined = true;
      }
      if (first.only_before_of && !combined) return std::nullopt;
      out.value = value;
      out.bound = bound;
      out.end = j;
      return out;
    }
    // "several hundred", "a few thousand", "a couple of dozen"
    uint32_t j = at;
    if (IsArticle(j) && Has(j + 1)) ++j;
    if (!First(j) || !Word(j).Is(NumberCue::kSeveral)) return std::nullopt;
    ++j;
    if (Has(j) && IsWord(j, words_.of)) ++j;
    double value = 2;
    Bound bound = Bound::kAtLeast;
    bool any = false;
    while (Has(j) && (Word(j).kind == NumberWordKind::kMultiplier || Word(j).kind == NumberWordKind::kGroup ||
                      (Word(j).kind == NumberWordKind::kVague && !Word(j).only_before_of && !any))) {
      const double unit = Word(j).kind == NumberWordKind::kVague ? Word(j).value / 2 : Word(j).value;
      value *= unit;
      bound = unit == 12     ? Bound::kDozens
              : unit == 100  ? Bound::kHundreds
              : unit == 1000 ? Bound::kThousands
              : unit == 1e6  ? Bound::kMillions
                             : Bound::kAtLeast;
      any = true;
      ++j;
      if (Has(j + 1) && IsWord(j, words_.of) && Word(j + 1).kind == NumberWordKind::kVague) ++j;
    }
    if (!any) return std::nullopt;
    out.value = value;
    out.bound = bound;
    out.end = j;
    return out;
  }

  std::optional<Numeral> Fraction(uint32_t at) const {
    Numeral out;
    out.begin = at;
    out.fraction = true;
    // Written with a stroke: "1/3", or as one sign.
    if (First(at) && atoms_[at].type == Atom::Type::kSign && VulgarFraction(atoms_[at].sign) > 0) {
      uint32_t next = at + 1;
      Numeral ignored;
      Multipliers(&next, true, &ignored);
      if (next > at + 1) return std::nullopt;
      out.value = 100 * VulgarFraction(atoms_[at].sign);
      out.end = at + 1;
      return out;
    }
    if (First(at) && atoms_[at].type == Atom::Type::kDigits && Has(at + 2) && atoms_[at + 1].sign == U'/' &&
        atoms_[at + 1].glued && atoms_[at + 2].type == Atom::Type::kDigits && atoms_[at + 2].glued &&
        Text(at).size() == 1 && Text(at + 2).size() <= 2) {
      const double over = Plain(Text(at)), under = Plain(Text(at + 2));
      const bool share = Has(at + 3) && (IsWord(at + 3, words_.of) || IsWord(at + 3, words_.the));
      if (over > 0 && over < under && (under <= 10 || share) && share) {
        out.value = 100 * over / under;
        out.end = at + 3;
        return out;
      }
      return std::nullopt;
    }
    uint32_t j = at;
    double count = 1;
    bool counted = false;
    if (IsArticle(j)) {
      ++j;
      counted = true;
    } else if (Word(j).kind == NumberWordKind::kUnit && Word(j).value >= 1) {
      count = Word(j).value;
      ++j;
      counted = true;
    }
    if (!(j == at ? First(j) : Has(j))) return std::nullopt;
    j = counted ? Joined(j) : j;
    const NumberWord& word = Word(j);
    double part = 0;
    if (word.kind == NumberWordKind::kFraction && (word.plural || counted || atoms_[j].word == words_.half)) {
      part = word.value;
    } else if (counted && word.ordinal_part > 0) {
      part = word.ordinal_part;
    } else if (counted && word.ordinal == 3) {
      part = 100.0 / 3;
    }
    if (part == 0) return std::nullopt;
    if (word.plural && count == 1) return std::nullopt;
    if (!word.plural && count > 1) {
      // "two-third majority" only with a hyphen
      if (!IsHyphen(j - 1)) return std::nullopt;
    }
    const uint32_t end = j + 1;
    // "half a million" and "half a dozen" are numbers; "half an hour" is a time; "the first half" an ordinal.
    if (atoms_[j].word == words_.half && Has(end)) {
      const uint32_t m = Joined(IsArticle(end) ? end + 1 : end);
      if (Has(m) && (Word(m).kind == NumberWordKind::kMultiplier || Word(m).kind == NumberWordKind::kGroup)) {
        return std::nullopt;
      }
      if (IsArticle(end) || IsHyphen(end)) return std::nullopt;
    }
    // "a quarter of a million"
    constexpr double kMillion = 1e6;
    if (Has(end + 2) && IsWord(end, words_.of) && IsArticle(end + 1) &&
        Word(end + 2).kind == NumberWordKind::kMultiplier && Word(end + 2).value >= kMillion) {
      out.fraction = false;
      out.multiplier = Word(end + 2).value;
      out.value = count * part / 100 * out.multiplier;
      out.end = end + 3;
      out.spelled = true;
      return out;
    }
    if (!ShareFollows(end, word.plural || word.kind == NumberWordKind::kFraction)) return std::nullopt;
    out.value = count * part;
    out.end = end;
    out.spelled = true;
    out.bare_article = IsArticle(at);
    return out.value <= 100 ? std::optional<Numeral>(out) : std::nullopt;
  }

  // What follows a fraction that is a share of something; an ordinal ("a third man") is none.
  bool ShareFollows(uint32_t i, bool plain) const {
    if (!Has(i)) return plain;
    if (IsWord(i, words_.of) || IsWord(i, words_.the)) return true;
    if (Word(i).Is(NumberCue::kShareAfter)) return true;
    if (atoms_[i].type == Atom::Type::kSign) return true;
    return plain && !IsHyphen(i);
  }

  // "one in five", "three out of ten", "9 in 10": the share in percent.
  std::optional<Numeral> InSoMany(const Numeral& first) const {
    uint32_t j = first.end;
    if (!Has(j) || first.value < 1 || first.value != std::floor(first.value)) return std::nullopt;
    j = Joined(j);
    if (IsWord(j, words_.in)) {
      ++j;
    } else if (IsWord(j, words_.out_of) && Has(j + 1)) {
      ++j;
      j = Joined(j);
      if (!IsWord(j, words_.of)) return std::nullopt;
      ++j;
    } else if (IsWord(j, words_.of)) {
      ++j;
      if (!Has(j) || !(IsWord(j, words_.every) || IsWord(j, words_.each))) return std::nullopt;
    } else {
      return std::nullopt;
    }
    if (Has(j) && (IsWord(j, words_.every) || IsWord(j, words_.each))) ++j;
    j = Joined(j);
    if (!Has(j) || first.value >= 1000) return std::nullopt;
    const std::optional<Numeral> second = Cardinal(j);
    if (!second || second->value <= first.value || second->value > 100000 || second->multiplier > 1e5) {
      return std::nullopt;
    }
    if (second->plain_digits && second->value >= 1900 && second->value <= 2100) return std::nullopt;
    // A round or small whole; "two in 17 days" and "killed 3 in 24 hours" are told apart by what follows.
    const double whole = second->value;
    const bool round = whole <= 10 || whole == 12 || whole == 20 || whole == 50 || whole == 100 || whole == 1000 ||
                       whole == 10000 || whole == 100000 || IsWord(first.end, words_.out_of) ||
                       IsWord(first.end + 1, words_.out_of);
    if (!round) return std::nullopt;
    if (Has(second->end) && IsTimeWord(second->end)) return std::nullopt;
    if (Has(second->end) && atoms_[second->end].type == Atom::Type::kSign && IsHyphen(second->end)) return std::nullopt;
    Numeral out = first;
    out.end = second->end;
    out.value = 100 * first.value / second->value;
    out.fraction = true;
    out.plain_digits = false;
    return out;
  }

  bool IsTimeWord(uint32_t i) const {
    const std::vector<PhraseTable::Phrase>* phrases = words_.suffixes().With(atoms_[i].word);
    if (atoms_[i].word == 0 || phrases == nullptr) return false;
    for (const PhraseTable::Phrase& phrase : *phrases) {
      if ((phrase.payload & 0xFF) == static_cast<uint32_t>(SuffixKind::kUnit)) return true;
    }
    return false;
  }

  // "third", "21st", "twenty-first".
  std::optional<Numeral> Ordinal(uint32_t at) const {
    if (!First(at)) return std::nullopt;
    Numeral out;
    out.begin = at;
    out.ordinal = true;
    const NumberWord& word = Word(at);
    if (word.kind == NumberWordKind::kTen && Has(at + 2) && IsHyphen(at + 1) && Word(at + 2).ordinal > 0 &&
        Word(at + 2).ordinal < 10) {
      out.value = word.value + Word(at + 2).ordinal;
      out.end = at + 3;
    } else if (word.ordinal > 0) {
      out.value = word.ordinal;
      out.end = at + 1;
    } else {
      return std::nullopt;
    }
    out.spelled = true;
    return out;
  }

  std::string_view text_;
  const std::vector<Atom>& atoms_;
  const NumberWords& words_;
};

}  // namespace

std::optional<double> ParseDigits(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  // Groups between separators; an apostrophe or a special blank only ever parts thousands.
  struct Group {
    size_t begin, size;
    char before;  // separator before it, 0 for the first
  };
  Group groups[16];
  size_t count = 0;
  char separator = 0;
  for (size_t i = 0; i < digits.size();) {
    if (!IsDigit(digits[i])) {
      separator = digits[i] == '.' || digits[i] == ',' ? digits[i] : '\'';
      ++i;
      while (i < digits.size() && (digits[i] & 0x80)) ++i;
      if (count == 0 && separator == '.') groups[count++] = {0, 0, 0};
      continue;
    }
    const size_t begin = i;
    while (i < digits.size() && IsDigit(digits[i])) ++i;
    if (count == 16) return std::nullopt;
    groups[count] = {begin, i - begin, count == 0 ? '\0' : separator};
    ++count;
  }
  if (count == 0 || digits.size() > 40) return std::nullopt;
  if (count == 1) return Plain(digits.substr(groups[0].begin, groups[0].size));
  const auto value_of = [&](size_t from, size_t to) {
    double value = 0;
    for (size_t g = from; g < to; ++g) {
      for (size_t i = 0; i < groups[g].size; ++i) value = value * 10 + (digits[groups[g].begin + i] - '0');
    }
    return value;
  };
  // True where groups [1, to) part thousands by one separator, the Indian way ("12,34,567") included.
  const auto thousands = [&](size_t to, char by) {
    if (groups[0].size == 0 || groups[0].size > 3) return false;
    bool western = true, indian = by == ',' && groups[0].size <= 2;
    for (size_t g = 1; g < to; ++g) {
      if (groups[g].before != by) return false;
      western &= groups[g].size == 3;
      indian &= groups[g].size == (g + 1 == to ? 3u : 2u);
    }
    return western || indian;
  };
  const char last = groups[count - 1].before;
  const char first = groups[1].before;
  if (first == last) {
    if (first == '\'') return thousands(count, '\'') ? std::optional<double>(value_of(0, count)) : std::nullopt;
    if (count == 2) {
      if (first == '.') return Decimal(digits, '.');
      if (thousands(2, ',')) return value_of(0, 2);
      // A comma with one or two digits behind is a decimal comma.
      if (groups[1].size <= 2) return Decimal(digits, ',');
      return std::nullopt;
    }
    return thousands(count, first) ? std::optional<double>(value_of(0, count)) : std::nullopt;
  }
  // Two separators: the last one is the decimal sign.
  if (last == '\'' || !thousands(count - 1, first)) return std::nullopt;
  double scale = 1;
  for (size_t i = 0; i < groups[count - 1].size; ++i) scale *= 10;
  return value_of(0, count - 1) + value_of(count - 1, count) / scale;
}

std::optional<Numeral> ParseNumeral(std::string_view text, const std::vector<Atom>& atoms, const NumberWords& words,
                                    uint32_t at) {
  return Parser(text, atoms, words).Parse(at);
}

}  // namespace diurna
