// What a person reads: no control character of a text or a file's name reaches the terminal, and wrong usage says what
// is wrong and what to write.

#include "base/terminal.h"
#include "base/utf8.h"
#include "cli/cli.h"

namespace diurna {
namespace {

// True where nothing in `text` is a control character but newline and tab, nor ill-formed.
bool IsHarmless(const std::string& text) {
  if (!ValidUtf8(text)) return false;
  for (size_t at = 0; at < text.size();) {
    const char32_t point = DecodeUtf8(text, &at);
    if (IsTerminalControl(point) && point != '\n' && point != '\t') return false;
  }
  return true;
}

TEST_F(Cli, NoControlCharacterReachesTheTerminal) {
  const std::string evil = "\x1B[2J\x1B]0;owned\x07\x7F\u009B31m\u202E\u2066\x08";
  // More than a few control characters in a hundred would be no text.
  std::string filler;
  for (int i = 0; i < 200; ++i)
    filler += "The weather over the strait stayed calm, and the lighthouse keeper went home. ";
  Write("escape.txt", "Ferries " + evil + " stay in port\nHarbour " + evil + " Wire, 2024-03-06\n\nPolice" + evil +
                          " said 14 people were arrested in Lis" + evil + "bon on Tuesday" + evil +
                          " after the dockers' " + evil + " strike, the ministry " + evil + " said.\n\n" + filler);
  Outcome run = Bash("$DIURNA explain escape.txt --row f1");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(IsHarmless(run.out)) << ShownName(run.out);
  run = Bash("$DIURNA read escape.txt --format table");
  EXPECT_TRUE(IsHarmless(run.out)) << ShownName(run.out);

  const std::string name = evil + "\xFF\n.txt";
  Write(name, "");
  fs::create_directories(folder_ / evil);
  fs::create_symlink("nothing", folder_ / evil / name);
  setenv("NAME", name.c_str(), 1);
  setenv("FOLDER", evil.c_str(), 1);
  Write("id.jsonl",
        "{\"id\": \"\\u001b[2J\\u202e\", \"text\": \"\"}\n{\"id\": \"\\u001b[2J\", \"text\": \"A text\"}\n"
        "{\"id\": \"\\u001b[2J\", \"text\": \"A text\"}\n");
  for (const char* script :
       {"$DIURNA read \"$NAME\"", "$DIURNA read \"missing$NAME\"", "$DIURNA read \"$FOLDER\"",
        "$DIURNA dates \"$NAME\"", "$DIURNA explain \"$NAME\" --row \"$NAME\"", "$DIURNA \"$NAME\"",
        "$DIURNA read --\"$NAME\"", "$DIURNA help \"$NAME\"", "$DIURNA read escape.txt --published \"$NAME\"",
        "$DIURNA read escape.txt --out \"$NAME\"", "$DIURNA explain escape.txt --row \"$NAME\"",
        "$DIURNA explain id.jsonl --row f1", "$DIURNA read id.jsonl --out o", "$DIURNA lexicon check \"$FOLDER\"",
        "$DIURNA read escape.txt --data \"$FOLDER\"", "$DIURNA read escape.txt --format \"$NAME\""}) {
    run = Bash(script);
    EXPECT_TRUE(IsHarmless(run.out)) << script << ShownName(run.out);
    EXPECT_TRUE(IsHarmless(run.err)) << script << ShownName(run.err);
  }
  // A name with a line end is one line all the same.
  EXPECT_EQ(Count(Bash("$DIURNA read \"$NAME\"").err, "\n"), 1U);
  EXPECT_EQ(Count(Bash("$DIURNA read \"$FOLDER\"").err, "\n"), 1U);
}

TEST_F(Cli, ADateOfPublicationSaysWhatIsWrongWithIt) {
  const struct {
    const char* written;
    const char* problem;
  } cases[] = {
      {"03/06/2024", ": it can be 2024-06-03 or 2024-03-06"},
      {"3-6-2024", ": it can be 2024-06-03 or 2024-03-06"},
      {"9999-12-31", ": the year 9999 is none in which reports were published"},
      {"31.12.0999", ": the year 999 is none in which reports were published"},
      {"2024-02-30", ": the month 2024-02 has no day 30"},
      {"30/02/2024", ": the month 2024-02 has no day 30"},
      {"02/30/2024", ": the month 2024-02 has no day 30"},
      {"2024-13-01", ": there is no month 13"},
      {"2024-00-01", ": there is no month 0"},
      {"2024-01-32", ": the month 2024-01 has no day 32"},
      {"24-03-06", ": its year must have four digits"},
      {"2024", ": it names no day"},
      {"2024-03", ": it names no day"},
      {"6 March", ": it has no year"},
      {"yesterday", ""},
      {"99999999999999999999", ""},
  };
  for (const auto& [written, problem] : cases) {
    const Outcome run = Run(std::string("read x.txt --published '") + written + "'");
    EXPECT_EQ(run.status, 2) << written;
    EXPECT_EQ(run.err, std::string("diurna: --published: \"") + written + "\" is no date of publication" + problem +
                           "; write year, month and day, as 2024-03-06; see: diurna help read\n");
  }
  Write("a.txt", "Police arrested 14 people in Lisbon on Tuesday.");
  for (const char* written : {"2024-03-06", "6 March 2024", "13/03/2024", "6.3.2024", "3/3/2024", ""}) {
    EXPECT_EQ(Bash(std::string("$DIURNA read a.txt --published '") + written + "'").status, 0) << written;
  }
}

TEST_F(Cli, HelpOfEveryCommand) {
  EXPECT_EQ(Run("--version").out, Run("version").out);
  EXPECT_EQ(Run("--version").status, 0);
  const Outcome check = Run("help lexicon check");
  EXPECT_EQ(check.status, 0) << check.err;
  EXPECT_NE(check.out.find("Usage: diurna lexicon check"), std::string::npos) << check.out;
  EXPECT_EQ(check.out, Run("lexicon check --help").out);
  EXPECT_EQ(Run("help read").out, Run("read --help").out);
  const Outcome wrong = Run("help lexicon chek");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_EQ(wrong.err, "diurna: \"lexicon chek\" is no command, did you mean \"check\"?; see: diurna help lexicon\n");
}

}  // namespace
}  // namespace diurna
