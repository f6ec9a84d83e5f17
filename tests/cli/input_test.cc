// What is read is read whole, from whatever it comes, or named as failed.

#include <fmt/format.h>

#include "cli/cli.h"

namespace diurna {
namespace {

// A report of some size, with a fact in its first lines and one in its last.
std::string Long(size_t bytes) {
  std::string text(kReport);
  while (text.size() < bytes)
    text += "\nThe weather over the strait stayed calm, and the lighthouse keeper went home.\n";
  return text + "\nPolice said 25 people were arrested in Porto on Tuesday evening.\n";
}

// The record but for its id, which a pipe has none of.
std::string Rows(const std::string& json) { return json.substr(json.find("\"title\"")); }

TEST_F(Cli, PipesGiveWhatTheFileGives) {
  for (const size_t size : {200, 4096, 12000, 70000}) {
    Write("report.txt", Long(size));
    const std::string expected = Rows(Bash("$DIURNA read report.txt").out);
    ASSERT_NE(expected.find("25"), std::string::npos);
    for (const char* script : {
             "$DIURNA read <(cat report.txt)",
             "cat report.txt | $DIURNA read /dev/stdin",
             "$DIURNA read /dev/stdin <report.txt",
             "cat report.txt | $DIURNA read -",
             "cat report.txt | $DIURNA read - --input text",
             "cat report.txt | $DIURNA read /dev/fd/0 --input text",
             "rm -f fifo; mkfifo fifo; cat report.txt >fifo & timeout 60 $DIURNA read fifo",
             "{ head -c 100 report.txt; sleep 0.1; tail -c +101 report.txt; } | $DIURNA read /dev/stdin",
         }) {
      const Outcome run = Bash(script);
      EXPECT_EQ(run.status, 0) << script << run.err;
      EXPECT_EQ(run.err, "") << script;
      EXPECT_EQ(Rows(run.out), expected) << script << " of " << size;
    }
  }
}

TEST_F(Cli, JsonLinesFromPipesAreLines) {
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"" + std::string(300, 'x') +
             " Police arrested 14 people in Porto.\"}\n";
  }
  Write("reports.jsonl", lines);
  const Outcome file = Bash("$DIURNA read reports.jsonl");
  EXPECT_EQ(Count(file.out, "text_sha256"), 40U);
  for (const char* script : {"$DIURNA read <(cat reports.jsonl)", "cat reports.jsonl | $DIURNA read -",
                             "cat reports.jsonl | $DIURNA read /dev/stdin --input jsonl"}) {
    EXPECT_EQ(Bash(script).out, file.out) << script;
  }
}

TEST_F(Cli, AReadErrorIsAFailure) {
  // Reading a folder as a stream fails.
  for (const char* script :
       {"$DIURNA read - </", "$DIURNA read /dev/stdin --input text </", "$DIURNA read - --input jsonl </",
        "$DIURNA dates - </", "$DIURNA explain - --row f1 </", "$DIURNA parse - </", "$DIURNA read - <&-"}) {
    const Outcome run = Bash(script);
    EXPECT_EQ(run.status, 1) << script;
    EXPECT_EQ(Count(run.err, "\n"), 1U) << script << run.err;
    EXPECT_EQ(run.out.find("text_sha256"), std::string::npos) << script;
  }
  EXPECT_EQ(Bash("$DIURNA read - </").err, "diurna: standard input: could not be read to its end: Is a directory\n");
}

TEST_F(Cli, ALinkThatLeadsNowhereIsOneLine) {
  fs::create_directories(folder_ / "in" / "folder.txt");
  Write("in/b.txt", kReport);
  Write("in/d.txt", kReport);
  fs::create_symlink("nothing", folder_ / "in" / "a.txt");
  fs::create_symlink("c.txt", folder_ / "in" / "c.txt");
  fs::create_symlink("b.txt", folder_ / "in" / "e.txt");
  fs::create_symlink("nothing", folder_ / "in" / "no-report");
  Bash("mkfifo in/f.txt");
  const Outcome run = Bash("timeout 60 $DIURNA read in --format jsonl");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err,
            "diurna: in/a.txt: is a link that leads to no file; mend or remove it\n"
            "diurna: in/c.txt: is a link that leads back to itself; mend or remove it\n"
            "diurna: in/f.txt: is no file but a pipe or a device; name it by itself to read it\n");
  EXPECT_EQ(Count(run.out, "\n"), 3U);
}

TEST_F(Cli, ALexiconFileThatCannotBeReadIsNamed) {
  fs::create_directories(folder_ / "mine");
  fs::create_symlink("nothing", folder_ / "mine" / "a.toml");
  Outcome run = Bash("$DIURNA lexicon check mine");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err, "mine/a.toml: No such file or directory\n");
  fs::remove(folder_ / "mine" / "a.toml");
  fs::create_directories(folder_ / "mine" / "b.toml");
  run = Bash("$DIURNA read - --lexicon mine");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err, "diurna: mine/b.toml: could not be read to its end: Is a directory\n");
}

// What is no plain text says what it is and what to do.
TEST_F(Cli, OtherFormsAreNamed) {
  const struct {
    std::string name;
    std::string bytes;
    std::string message;
  } cases[] = {
      {"a.txt", "\x1F\x8B\x08 and so on", "is compressed with gzip; unpack it first"},
      {"b.txt", "%PDF-1.7 and so on", "is a PDF file, not plain text; extract its text first"},
      {"c.txt", "PK\x03\x04 and so on", "is a ZIP archive, not plain text; unpack it first"},
      {"d.txt", "PK\x03\x04 [Content_Types].xml word/document.xml", "is a Word document (.docx), not plain text; save"},
      {"e.txt", "\n https://news.example/ferries \nhttps://news.example/trains\n",
       "holds an address on the web and no report"},
      {"f.jsonl", "\x1F\x8B\x08 and so on\nand on\n", "is compressed with gzip; unpack it first"},
      {"g.jsonl", "\xFF\xFE{\n\"\n", "is in UTF-16, and JSON lines must be UTF-8; convert them first"},
  };
  for (const auto& [name, bytes, message] : cases) {
    Write(name, bytes);
    const Outcome run = Bash("$DIURNA read " + name);
    EXPECT_EQ(run.status, 1) << name;
    ExpectOneLine(run.err, fmt::format("diurna: {}: {}", name, message));
  }
  const Outcome url = Bash("$DIURNA read https://news.example/ferries");
  EXPECT_EQ(url.status, 1);
  ExpectOneLine(url.err, "diurna: https://news.example/ferries: is an address on the web; nothing is fetched, so save");
  for (const char* page : {"<!DOCTYPE html>\n<title>T</title>", "\n<html>\n<p>Police arrested 14 people.</p></html>",
                           "<!-- saved -->\n<div>Police</div>", "<?xml version=\"1.0\"?><rss></rss>"}) {
    Write("page.txt", page);
    const Outcome run = Bash("$DIURNA read page.txt");
    EXPECT_NE(run.out.find("the text is a web page or XML"), std::string::npos) << page;
  }
  Write("page.txt", "<Correction> Police arrested 14 people in Porto.");
  EXPECT_EQ(Bash("$DIURNA read page.txt").out.find("web page"), std::string::npos);
}

TEST_F(Cli, OneOfManyReportsIsChosen) {
  Write("reports.jsonl",
        "{\"id\": \"a\", \"text\": \"Police arrested 14 people in Lisbon.\"}\n"
        "\n"
        "{\"id\": \"b\", \"text\": \"Police arrested 25 people in Porto.\"}\n"
        "{\"id\": \"b\", \"text\": \"Police arrested 36 people in Faro.\"}\n");
  Outcome run = Bash("$DIURNA explain reports.jsonl --row f1 --report a");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("Police arrested 14 people in Lisbon."), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find('{'), std::string::npos) << run.out;
  run = Bash("$DIURNA explain reports.jsonl --row f1 --line 4");
  EXPECT_NE(run.out.find("36"), std::string::npos) << run.out;
  run = Bash("$DIURNA dates - --line 3 --format json <reports.jsonl");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(IsJson(Bash("$DIURNA places - --report a <reports.jsonl").out));
  const struct {
    std::string arguments, message;
  } cases[] = {
      {"", "diurna: reports.jsonl: holds 3 reports; say which with --report ID (a, b, b) or --line N\n"},
      {"--report b", "diurna: reports.jsonl: holds 2 reports \"b\"; say which with --line: 3, 4\n"},
      {"--report c", "diurna: reports.jsonl: holds no report \"c\"\n"},
      {"--line 2", "diurna: reports.jsonl: holds no report on line 2\n"},
  };
  for (const auto& [arguments, message] : cases) {
    run = Bash("$DIURNA explain reports.jsonl --row f1 " + arguments);
    EXPECT_EQ(run.status, 1) << arguments;
    EXPECT_EQ(run.err, message) << arguments;
  }
  // One report alone needs no choice.
  Write("one.jsonl", "{\"id\": \"a\", \"text\": \"Police arrested 14 people in Lisbon.\"}\n");
  EXPECT_EQ(Bash("$DIURNA explain one.jsonl --row f1").status, 0);
  Write("plain.txt", kReport);
  EXPECT_EQ(Bash("$DIURNA explain plain.txt --row f1 --report a").err,
            "diurna: plain.txt: is one report and no JSON lines; leave --report and --line out\n");
}

}  // namespace
}  // namespace diurna
