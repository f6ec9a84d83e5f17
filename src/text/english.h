// Is a text English?

#ifndef DIURNA_TEXT_ENGLISH_H_
#define DIURNA_TEXT_ENGLISH_H_

#include <string>
#include <string_view>

namespace diurna {

// BCP 47 tag of the language that `text` is in: "en"; the likeliest of a few others, as a guess; "und" where nothing
// tells. A text of a few words in Latin letters counts as English. Looks at the first 64 KiB.
std::string GuessLanguage(std::string_view text);

}  // namespace diurna

#endif  // DIURNA_TEXT_ENGLISH_H_
