#include "base/terminal.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace diurna {
namespace {

TEST(Terminal, ControlsAreShownByTheirNumber) {
  EXPECT_EQ(Shown("plain, Łódź \U0001F6A2"), "plain, Łódź \U0001F6A2");
  EXPECT_EQ(Shown("\x1B[2J\x07"), "\\x1B[2J\\x07");
  EXPECT_EQ(Shown("a\tb\nc\rd"), "a\tb\nc\\x0Dd");
  EXPECT_EQ(Shown("\x7F\u009B31m\u0085"), "\\x7F\\x9B31m\\x85");
  EXPECT_EQ(Shown("report\u202Etxt.exe\u2066"), "report\\u202Etxt.exe\\u2066");
  EXPECT_EQ(Shown("\xFF\x9B \uFFFD"), "\\xFF\\x9B \uFFFD");
  EXPECT_EQ(ShownName("a\tb\nc"), "a\\x09b\\x0Ac");
}

TEST(Terminal, OneLineIsOneLine) {
  EXPECT_EQ(OneLine("  a \n\t b\u00A0\u2028c\x1B[1m "), "a b c [1m");
  EXPECT_EQ(OneLine("\x1B\n"), "");
}

// Of random bytes and code points nothing comes through that a terminal obeys.
TEST(Terminal, NothingComesThrough) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      if (random() % 3 == 0) {
        text.push_back(static_cast<char>(random() % 256));
      } else {
        AppendUtf8(static_cast<char32_t>(random() % 2 == 0 ? random() % 0xA8 : 0x2020 + random() % 0x60), &text);
      }
    }
    for (const std::string& shown : {Shown(text), ShownName(text), OneLine(text)}) {
      EXPECT_TRUE(ValidUtf8(shown));
      for (size_t at = 0; at < shown.size();) {
        const char32_t point = DecodeUtf8(shown, &at);
        EXPECT_TRUE(!IsTerminalControl(point) || point == '\n' || point == '\t') << static_cast<uint32_t>(point);
      }
    }
    EXPECT_EQ(ShownName(text).find_first_of("\n\t"), std::string::npos);
    EXPECT_EQ(OneLine(text).find_first_of("\n\t"), std::string::npos);
  }
}

}  // namespace
}  // namespace diurna
