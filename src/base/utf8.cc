// The well-formed sequences are those of table 3-7 of the Unicode standard: the lead byte gives the length and the
// range of the second byte; every later byte is 80..BF. Offsets are exchanged through two sampled tables, one by bytes
// and one by code points; the rest of the way is walked. A text of a report is read in microseconds, so no vector
// instructions are used here.

#include "base/utf8.h"

#include <cstring>

namespace diurna {

namespace {

constexpr uint32_t kStep = 64;

// What a lead byte asks of the bytes that follow. length 0: it starts nothing.
struct Lead {
  uint8_t length;
  uint8_t low;  // range of the second byte
  uint8_t high;
};

constexpr Lead LeadOf(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Length of the well-formed prefix of a code point at the start of `text`; `*complete` tells whether it is a whole one.
size_t WellFormedPrefix(std::string_view text, bool* complete) {
  const Lead lead = LeadOf(static_cast<unsigned char>(text[0]));
  *complete = lead.length == 1;
  if (lead.length <= 1) return lead.length;
  if (text.size() < 2) return 1;
  const unsigned char second = static_cast<unsigned char>(text[1]);
  if (second < lead.low || second > lead.high) return 1;
  size_t length = 2;
  while (length < lead.length && length < text.size() && IsUtf8Continuation(text[length])) ++length;
  *complete = length == lead.length;
  return length;
}

// Bytes from `at` on that are ASCII, counted in whole words of eight.
size_t AsciiWords(std::string_view text, size_t at) {
  size_t end = at;
  while (text.size() - end >= 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + end, 8);
    if ((word & 0x8080808080808080U) != 0) break;
    end += 8;
  }
  return end - at;
}

}  // namespace

bool ValidUtf8(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    at += AsciiWords(text, at);
    // A word that is not all ASCII is walked to its end before the next one is tried.
    for (const size_t stop = at + 8; at < text.size() && at < stop;) {
      bool complete = false;
      const size_t length = WellFormedPrefix(text.substr(at), &complete);
      if (!complete) return false;
      at += length;
    }
  }
  return true;
}

char32_t DecodeUtf8(std::string_view text, size_t* at) {
  const unsigned char first = static_cast<unsigned char>(text[*at]);
  if (first < 0x80) {
    ++*at;
    return first;
  }
  bool complete = false;
  const size_t length = WellFormedPrefix(text.substr(*at), &complete);
  if (!complete) {
    *at += length == 0 ? 1 : length;
    return kReplacement;
  }
  char32_t code_point = first & (0xFFU >> (length + 1));
  for (size_t i = 1; i < length; ++i)
    code_point = code_point << 6 | (static_cast<unsigned char>(text[*at + i]) & 0x3FU);
  *at += length;
  return code_point;
}

void AppendUtf8(char32_t code_point, std::string* out) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

std::string RepairUtf8(std::string_view text, uint32_t* replaced) {
  if (ValidUtf8(text)) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size() + text.size() / 16);
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t point = DecodeUtf8(text, &at);
    const std::string_view piece = text.substr(begin, at - begin);
    if (replaced != nullptr && point == kReplacement && piece != "\xEF\xBF\xBD") ++*replaced;
    AppendUtf8(point, &repaired);
  }
  return repaired;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  size_t ascii = AsciiWords(text, 0);
  while (ascii < text.size() && static_cast<unsigned char>(text[ascii]) < 0x80) ++ascii;
  if (ascii == text.size()) {
    size_ = static_cast<uint32_t>(text.size());
    return;
  }
  points_at_.reserve(text.size() / kStep + 1);
  bytes_at_.reserve(text.size() / kStep + 1);
  for (uint32_t byte = 0; byte < text.size(); ++byte) {
    if (byte % kStep == 0) points_at_.push_back(size_);
    if (IsUtf8Continuation(text[byte])) continue;
    if (size_ % kStep == 0) bytes_at_.push_back(byte);
    ++size_;
  }
}

uint32_t CodePointIndex::CodePoint(uint32_t byte) const {
  if (byte >= text_.size()) return size_;
  if (points_at_.empty()) return byte;
  uint32_t points = points_at_[byte / kStep];
  for (uint32_t at = byte / kStep * kStep; at < byte; ++at) points += IsUtf8Continuation(text_[at]) ? 0 : 1;
  return points;
}

uint32_t CodePointIndex::Byte(uint32_t code_point) const {
  if (code_point >= size_) return static_cast<uint32_t>(text_.size());
  if (bytes_at_.empty()) return code_point;
  uint32_t at = bytes_at_[code_point / kStep];
  for (uint32_t left = code_point % kStep; left > 0; --left) {
    ++at;
    while (IsUtf8Continuation(text_[at])) ++at;
  }
  return at;
}

}  // namespace diurna
