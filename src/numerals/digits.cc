// Digits fall into groups between separators. Groups of three behind the first part thousands, and so do groups of two
// with a last one of three, the Indian way. A dot or comma that parts no thousands is the decimal sign, and of two
// kinds of separators the last one is. An apostrophe or a blank that does not break the line only ever parts thousands.

#include "numerals/digits.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace diurna {

namespace {

constexpr size_t kLongest = 40;
constexpr size_t kMostGroups = 16;
constexpr char kBlank = '\'';  // stands for apostrophes and blanks of all kinds

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Group {
  std::string_view digits;
  char before = 0;  // separator before it, 0 for the first
};

class DigitGroups {
 public:
  // False where there are too many.
  bool Cut(std::string_view text) {
    char separator = 0;
    for (size_t i = 0; i < text.size();) {
      if (!IsDigit(text[i])) {
        separator = text[i] == '.' || text[i] == ',' ? text[i] : kBlank;
        ++i;
        while (i < text.size() && (text[i] & 0x80)) ++i;
        if (count_ == 0 && separator == '.') groups_[count_++] = {};  // ".5"
        continue;
      }
      const size_t begin = i;
      while (i < text.size() && IsDigit(text[i])) ++i;
      if (count_ == kMostGroups) return false;
      groups_[count_] = {text.substr(begin, i - begin), count_ == 0 ? '\0' : separator};
      ++count_;
    }
    return true;
  }

  size_t size() const { return count_; }
  const Group& operator[](size_t i) const { return groups_[i]; }

  // Whether one separator parts thousands in the groups before `end`.
  bool PartThousands(size_t end, char separator) const {
    const size_t first = groups_[0].digits.size();
    if (first == 0 || first > 3) return false;
    bool western = true, indian = separator == ',' && first <= 2;
    for (size_t g = 1; g < end; ++g) {
      if (groups_[g].before != separator) return false;
      const size_t size = groups_[g].digits.size();
      western &= size == 3;
      indian &= size == (g + 1 == end ? 3u : 2u);
    }
    return western || indian;
  }

  // The digits of groups [begin, end) as one whole number.
  double Whole(size_t begin, size_t end) const {
    double value = 0;
    for (size_t g = begin; g < end; ++g) {
      for (const char c : groups_[g].digits) value = value * 10 + (c - '0');
    }
    return value;
  }

  // What 1 stands for in the last digit of the last group, as a divisor.
  double Scale() const {
    double scale = 1;
    for (size_t i = 0; i < groups_[count_ - 1].digits.size(); ++i) scale *= 10;
    return scale;
  }

 private:
  std::array<Group, kMostGroups> groups_;
  size_t count_ = 0;
};

std::optional<double> ReadGroups(const DigitGroups& groups) {
  const size_t count = groups.size();
  if (count == 1) return groups.Whole(0, 1);
  const char first = groups[1].before, last = groups[count - 1].before;
  if (first != last) {
    // The last of two separators is the decimal sign.
    if (last == kBlank || !groups.PartThousands(count - 1, first)) return std::nullopt;
    return groups.Whole(0, count - 1) + groups.Whole(count - 1, count) / groups.Scale();
  }
  const bool two = count == 2;
  if (two && first == '.') return groups.Whole(0, 2) / groups.Scale();
  if (groups.PartThousands(count, first)) return groups.Whole(0, count);
  // A comma with one or two digits behind is a decimal comma.
  if (two && first == ',' && groups[1].digits.size() <= 2) return groups.Whole(0, 2) / groups.Scale();
  return std::nullopt;
}

}  // namespace

std::optional<double> ParseDigits(std::string_view digits) {
  DigitGroups groups;
  if (digits.size() > kLongest || !groups.Cut(digits) || groups.size() == 0) return std::nullopt;
  return ReadGroups(groups);
}

bool IsPlainDigits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

double VulgarFraction(char32_t sign) {
  struct Vulgar {
    char32_t sign;
    int over, under;
  };
  static constexpr std::array<Vulgar, 15> kSigns = {{{U'¼', 1, 4},
                                                     {U'½', 1, 2},
                                                     {U'¾', 3, 4},
                                                     {U'⅓', 1, 3},
                                                     {U'⅔', 2, 3},
                                                     {U'⅕', 1, 5},
                                                     {U'⅖', 2, 5},
                                                     {U'⅗', 3, 5},
                                                     {U'⅘', 4, 5},
                                                     {U'⅙', 1, 6},
                                                     {U'⅚', 5, 6},
                                                     {U'⅛', 1, 8},
                                                     {U'⅜', 3, 8},
                                                     {U'⅝', 5, 8},
                                                     {U'⅞', 7, 8}}};
  if (sign < kSigns.front().sign) return 0;
  const auto* const found =
      std::find_if(kSigns.begin(), kSigns.end(), [&](const Vulgar& vulgar) { return vulgar.sign == sign; });
  return found == kSigns.end() ? 0 : static_cast<double>(found->over) / found->under;
}

}  // namespace diurna
