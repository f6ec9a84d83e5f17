// One pass over the atoms of the text. Where a numeral starts (numerals/numeral.h), what stands around it decides what
// it is, each question in a file of its own:
//
//   money.cc, units.cc     a currency's sign or noun makes it money, a percent sign a share, a unit a quantity
//   ranges.cc              a second numeral behind a dash, "to" and "and" makes a range
//   names.cc, phones.cc    what is written into names, indices, addresses and telephone numbers counts nothing
//   ages.cc, years.cc      nor do ages and years
//   counted.cc             what is counted, a question of syntax
//   bounds.cc              "more than 300", "300 or so", "another 300"
//   rates.cc               "per litre", "a day"
//   conversions.cc         "(145 km)" behind "90 miles"
//   carried.cc             what the numbers of a sentence take from one another
//
// number_reader.cc asks them one after the other. Left out: numerals above quadrillions, Roman numerals, arithmetic
// ("three times 12").

#include "numbers/numbers.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "numbers/number_reader.h"
#include "numbers/number_text.h"
#include "numbers/number_words.h"
#include "numerals/numeral.h"

namespace diurna {

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
  const NumberText text(impl_->words, analysis, times, country);
  NumberReader reader(text);
  for (uint32_t at = 0; at < text.size();) {
    if (text.IsInTime(at) || !text.MayStartNumeral(at)) {
      ++at;
      continue;
    }
    const std::optional<Numeral> numeral = text.NumeralAt(at);
    if (!numeral) {
      at = text.IsDigits(at) ? reader.ReadDigits(at) : at + 1;
      continue;
    }
    bool in_time = false;
    for (uint32_t i = numeral->begin; i < numeral->end; ++i) in_time |= text.IsInTime(i);
    at = in_time ? at + 1 : std::max(at + 1, reader.Read(*numeral));
  }
  return reader.TakeFound();
}

}  // namespace diurna
