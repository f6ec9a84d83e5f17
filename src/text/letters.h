// Letters and white space of Unicode, as far as the layout of a report needs them.

#ifndef DIURNA_TEXT_LETTERS_H_
#define DIURNA_TEXT_LETTERS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

bool IsLetter(char32_t point);
bool IsUpper(char32_t point);  // upper or title case
bool IsLower(char32_t point);
bool IsDigit(char32_t point);  // 0 to 9
bool IsBlank(char32_t point);  // any white space, line ends and zero-width blanks included
bool IsLineEnd(char32_t point);
// Characters that are not seen and say nothing: soft hyphens, zero-width blanks and joiners, marks of direction, byte
// order marks, selectors of a glyph.
bool IsInvisible(char32_t point);
bool IsDash(char32_t point);  // hyphen, minus and dashes

std::string ToLower(std::string_view text);
char32_t ToUpper(char32_t point);

// `text` without the white space at its ends.
std::string_view Trim(std::string_view text);
// Its first code point, 0 where it is empty.
char32_t First(std::string_view text);
// Its last code point, 0 where it is empty.
char32_t Last(std::string_view text);
// Its pieces between white space.
std::vector<std::string_view> Words(std::string_view text);
// True when `text`, which starts with a letter or digit, begins with `word` (lower case ASCII) and no letter or digit
// follows. Case of ASCII letters is ignored.
bool StartsWithWord(std::string_view text, std::string_view word);

}  // namespace diurna

#endif  // DIURNA_TEXT_LETTERS_H_
