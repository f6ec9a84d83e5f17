// A place in a text that readers of small grammars move over it.

#ifndef DIURNA_TEXT_CURSOR_H_
#define DIURNA_TEXT_CURSOR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "text/letters.h"

namespace diurna {

// Moves over a text piece by piece; what finds nothing leaves the place as it was. The text must outlive it.
class Cursor {
 public:
  explicit Cursor(std::string_view text, size_t at = 0) : text_(text), at_(at) {}

  size_t at() const { return at_; }
  void Back(size_t at) { at_ = at; }
  void Skip(size_t bytes) { at_ += bytes; }
  std::string_view rest() const { return text_.substr(at_); }
  bool done() const { return at_ >= text_.size(); }
  char Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }
  bool TakeText(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  bool Blanks() {
    const size_t before = at_;
    while (!done()) {
      size_t next = at_;
      if (!IsBlank(DecodeUtf8(text_, &next))) break;
      at_ = next;
    }
    return at_ > before;
  }

  // A number of `least` to `most` digits with no digit after it.
  std::optional<int> Number(size_t least, size_t most) {
    size_t digits = 0;
    int value = 0;
    while (digits <= most && IsDigit(static_cast<unsigned char>(Peek(digits)))) {
      value = value * 10 + (Peek(digits++) - '0');
    }
    if (digits < least || digits > most) return std::nullopt;
    at_ += digits;
    return value;
  }

  // A whole word of ASCII letters, lower case; empty where none stands here.
  std::string Word() {
    std::string word;
    while (IsAsciiLetter(Peek(word.size()))) word.push_back(static_cast<char>(Peek(word.size()) | 0x20));
    size_t next = at_ + word.size();
    if (next < text_.size() && IsLetter(DecodeUtf8(text_, &next))) return "";
    at_ += word.size();
    return word;
  }

 private:
  static bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::string_view text_;
  size_t at_;
};

}  // namespace diurna

#endif  // DIURNA_TEXT_CURSOR_H_
