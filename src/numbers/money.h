// Money: signs, codes and nouns of currencies beside a number, and which currency each means in this report.

#ifndef DIURNA_NUMBERS_MONEY_H_
#define DIURNA_NUMBERS_MONEY_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "numbers/number_text.h"
#include "numbers/suffix.h"

namespace diurna {

// Which currency a sign or short form means: that of the report's country, else the one meant everywhere; null where it
// is none or can be several.
const CurrencySense* SenseOfSign(const NumberText& text, std::string_view sign);

// The sign or code right before atom `at`: "$5", "Rs. 500", "NZ $5".
struct CurrencyBefore {
  uint32_t begin = 0;  // its first atom
  const CurrencySense* sense = nullptr;
};
std::optional<CurrencyBefore> FindCurrencyBefore(const NumberText& text, uint32_t at);

// The currency at atom `at`, behind a number: "5 euros", "50 Hong Kong dollars", "5p", "300 kr".
Suffix CurrencyAt(const NumberText& text, uint32_t at);

// Whether a sense names a currency; a noun such as "pesos" may be that of any.
bool NamesCurrency(const CurrencySense& sense);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_MONEY_H_
