// What numbers of one sentence take from one another: the measure of "from 64 to 58 percent", the litre of "from 60 to
// 120 tenge per litre", the people of "killing 20 people and injuring 100". `found` are the numbers before the one in
// question, in the order of the text; all calls look back over few of them.

#ifndef DIURNA_NUMBERS_CARRIED_H_
#define DIURNA_NUMBERS_CARRIED_H_

#include <vector>

#include "numbers/number_mention.h"
#include "numbers/number_text.h"

namespace diurna {

// "from 64 to 58 percent": gives the last of `found` the measure of a mention.
void ShareMeasure(const Analysis& analysis, const NumberMention& mention, std::vector<NumberMention>* found);

// "from 60 tenge to 120 tenge per litre": gives a number of `found` the rate of a mention.
void ShareRate(const Analysis& analysis, const NumberMention& mention, std::vector<NumberMention>* found);

// "3 crowns a litre, up from 2.45": gives a bare number that begins with atom `begin` the measure of the one before.
void TakeUpMeasure(const NumberText& text, uint32_t begin, const std::vector<NumberMention>& found,
                   NumberMention* mention);

// "killing 20 people and injuring 100": gives a number that counts nothing the noun that one before it counts.
void TakeUpCounted(const NumberText& text, const std::vector<NumberMention>& found, NumberMention* mention);

}  // namespace diurna

#endif  // DIURNA_NUMBERS_CARRIED_H_
