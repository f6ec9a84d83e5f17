// What a text of unknown origin may write on a terminal: letters, and nothing that moves the cursor, changes a setting
// or turns the direction of what follows. All functions are pure and linear.

#ifndef DIURNA_BASE_TERMINAL_H_
#define DIURNA_BASE_TERMINAL_H_

#include <string>
#include <string_view>

namespace diurna {

// The control characters (C0, DEL, C1), the separators of lines and paragraphs, and the marks that turn the direction
// of what follows. Newline and tab are among them.
constexpr bool IsTerminalControl(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x2028 && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

// On one line: runs of white space and control characters are one blank, none stands at the ends.
std::string OneLine(std::string_view text);

// For messages: control characters but newline and tab, and bytes that are no UTF-8, are written as "\x1B", "\u202E".
std::string Shown(std::string_view text);
// The same for names, which have no lines: newline and tab are written so too.
std::string ShownName(std::string_view name);

}  // namespace diurna

#endif  // DIURNA_BASE_TERMINAL_H_
