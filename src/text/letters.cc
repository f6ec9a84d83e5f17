#include "text/letters.h"

#include <utf8proc.h>

#include "base/utf8.h"

namespace diurna {
namespace {

utf8proc_category_t Category(char32_t point) { return utf8proc_category(static_cast<utf8proc_int32_t>(point)); }

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool IsLetter(char32_t point) {
  const utf8proc_category_t category = Category(point);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool IsUpper(char32_t point) {
  const utf8proc_category_t category = Category(point);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool IsLower(char32_t point) { return Category(point) == UTF8PROC_CATEGORY_LL; }

bool IsDigit(char32_t point) { return point >= '0' && point <= '9'; }

bool IsBlank(char32_t point) {
  if (point <= 0x20) return point == ' ' || (point >= '\t' && point <= '\r');
  if (point < 0x80) return false;
  if (point == 0x85 || point == 0xFEFF || point == 0x200B) return true;
  const utf8proc_category_t category = Category(point);
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool IsLineEnd(char32_t point) {
  return (point >= '\n' && point <= '\r') || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool IsInvisible(char32_t point) {
  if (point < 0xAD) return false;
  return point == 0xAD || point == 0x34F || point == 0x61C || (point >= 0x180B && point <= 0x180F) ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF ||
         (point >= 0xE0000 && point <= 0xE0FFF);
}

bool IsDash(char32_t point) { return point == 0x2212 || Category(point) == UTF8PROC_CATEGORY_PD; }

std::string ToLower(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    AppendUtf8(static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(DecodeUtf8(text, &at)))), &out);
  }
  return out;
}

char32_t ToUpper(char32_t point) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(point)));
}

std::string_view Trim(std::string_view text) {
  while (!text.empty()) {
    size_t at = 0;
    if (!IsBlank(DecodeUtf8(text, &at))) break;
    text.remove_prefix(at);
  }
  while (!text.empty()) {
    size_t begin = text.size() - 1;
    while (begin > 0 && IsUtf8Continuation(text[begin])) --begin;
    size_t at = begin;
    if (!IsBlank(DecodeUtf8(text, &at))) break;
    text.remove_suffix(text.size() - begin);
  }
  return text;
}

char32_t First(std::string_view text) {
  size_t at = 0;
  return text.empty() ? 0 : DecodeUtf8(text, &at);
}

char32_t Last(std::string_view text) {
  if (text.empty()) return 0;
  size_t begin = text.size() - 1;
  while (begin > 0 && IsUtf8Continuation(text[begin])) --begin;
  return DecodeUtf8(text, &begin);
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    if (IsBlank(DecodeUtf8(text, &at))) {
      if (here > begin) words.push_back(text.substr(begin, here - begin));
      begin = at;
    }
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

bool StartsWithWord(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if (LowerAscii(text[i]) != word[i]) return false;
  }
  const char32_t next = First(text.substr(word.size()));
  return !IsLetter(next) && !IsDigit(next);
}

}  // namespace diurna
