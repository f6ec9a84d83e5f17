// What is written is never lost in silence: every report of a run has a file of its own, which is whole; an output that
// takes no more ends the run with a status that says so.

#include <algorithm>
#include <map>
#include <vector>

#include "cli/cli.h"

namespace diurna {
namespace {

class Output : public Cli {
 protected:
  // The files of a folder with their bytes.
  std::map<std::string, std::string> Files(const std::string& folder) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder_ / folder)) {
      files[entry.path().filename().string()] = ReadAll(entry.path());
    }
    return files;
  }
};

std::string Escaped(const std::string& id) {
  std::string json;
  for (const char c : id) json += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return json;
}

// Ids that meet in one name one way or another: each record is written, each under a name that the run gives again.
TEST_F(Output, EveryReportHasAFileOfItsOwn) {
  const std::vector<std::string> ids = {"x",  "x",      "X",      "x-2", "x",         "a/b",     "a_b", "A_B", "",
                                        "",   ".",      "..",     "_.",  "é",         "e\u0301", "É",   "ß",   "ss",
                                        "..", "report", "report", "q-9", "\u202Etxt", "_txt",    "con", " "};
  std::string lines;
  size_t number = 0;
  for (const std::string& id : ids) {
    const std::string field = id.empty() ? "" : "\"id\": \"" + Escaped(id) + "\", ";
    lines += "{" + field + "\"text\": \"Report number " + std::to_string(++number) + " of today.\"}\n";
  }
  for (const char* end : {"", "1", "2"}) {
    lines += "{\"id\": \"" + std::string(5000, 'l') + end + "\", \"text\": \"A long one " + end + "\"}\n";
    ++number;
  }
  Write("reports.jsonl", lines);
  const Outcome run = Bash("$DIURNA read reports.jsonl --out one");
  EXPECT_EQ(run.status, 0) << run.err;
  const auto files = Files("one");
  EXPECT_EQ(files.size(), number);
  for (const auto& [name, bytes] : files) EXPECT_TRUE(IsJson(bytes)) << name;
  // The names are the same whatever the threads, and none differs from another in case alone.
  EXPECT_EQ(Bash("$DIURNA read reports.jsonl --out two -j 4").err, run.err);
  EXPECT_EQ(Files("two"), files);
  EXPECT_EQ(Bash("ls one | tr a-z A-Z | sort | uniq -d").out, "");
  // Each that does not have the name of its id is told.
  EXPECT_NE(run.err.find("reports.jsonl:2: another report of this run has its name; its record is x-2.json"),
            std::string::npos)
      << run.err;
  EXPECT_NE(run.err.find("reports.jsonl:9: has no id; its record is reports-9.json"), std::string::npos) << run.err;
  EXPECT_EQ(Count(run.err, "its id is too long for a file's name"), 3U) << run.err;
}

TEST_F(Output, FilesOfOneNameInTwoFoldersHaveTwoRecords) {
  for (const char* folder : {"p", "q", "r"}) {
    fs::create_directories(folder_ / folder);
    Write(std::string(folder) + "/a.txt", std::string(kReport) + folder);
  }
  const Outcome run = Bash("$DIURNA read p q/a.txt r --out o");
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.err,
            "diurna: q/a.txt: another report of this run has its name; its record is a-2.json\n"
            "diurna: r/a.txt: another report of this run has its name; its record is a-3.json\n");
  EXPECT_EQ(Files("o").size(), 3U);
  // A second run writes the same files anew.
  const auto files = Files("o");
  Bash("$DIURNA read p q/a.txt r --out o");
  EXPECT_EQ(Files("o"), files);
}

TEST_F(Output, AFullDiskLeavesTheOldRecordAndFails) {
  Write("a.txt", kReport);
  EXPECT_EQ(Bash("$DIURNA read a.txt --out o").status, 0);
  const auto old = Files("o");
  Write("a.txt", std::string(kReport) + "\nPolice in Porto arrested 25 people.\n");
  Write("b.txt", kReport);
  const Outcome run = Bash("ulimit -f 1; $DIURNA read a.txt b.txt --out o");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err,
            "diurna: o/a.json: cannot be written: File too large\n"
            "diurna: o/b.json: cannot be written: File too large\n");
  EXPECT_EQ(Files("o"), old);
}

// Whenever the run is killed, each file is the old one or the new one, and the next run sweeps up.
TEST_F(Output, AKilledRunLeavesWholeFiles) {
  std::string lines;
  for (int i = 0; i < 400; ++i) {
    lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"Police arrested " + std::to_string(i + 2) +
             " people in Lisbon on Tuesday, officials said.\"}\n";
  }
  Write("reports.jsonl", lines);
  Bash(
      "for t in 0.05 0.1 0.15 0.2 0.25 0.3; do timeout -s KILL $t $DIURNA read reports.jsonl --out o -j 2; done;"
      "touch o/.diurna-1-1.part");
  for (const auto& [name, bytes] : Files("o")) {
    EXPECT_TRUE(!name.ends_with(".json") || IsJson(bytes)) << name;
  }
  EXPECT_EQ(Bash("$DIURNA read reports.jsonl --out o").status, 0);
  EXPECT_EQ(Files("o").size(), 400U);
}

TEST_F(Output, StandardOutputThatTakesNoMore) {
  Write("a.txt", kReport);
  std::string paths;
  for (int i = 0; i < 200; ++i) paths += " a.txt";
  // Whoever reads has gone: nothing is told.
  Outcome run = Bash("$DIURNA read" + paths + " | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}");
  EXPECT_EQ(run.out, "141\n");
  EXPECT_EQ(run.err, "");
  for (const char* command : {"read a.txt", "dates a.txt", "explain a.txt --row f1", "help", "--version", "version"}) {
    run = Bash(std::string("{ sleep 0.3; $DIURNA ") + command + "; echo $? >&2; } | true");
    EXPECT_EQ(run.err, "141\n") << command;
    // A full disk.
    run = Bash(std::string("$DIURNA ") + command + " >/dev/full");
    EXPECT_EQ(run.status, 1) << command;
    EXPECT_EQ(run.err, "diurna: the output could not be written to its end: No space left on device\n") << command;
    run = Bash(std::string("$DIURNA ") + command + " >&-");
    EXPECT_EQ(run.status, 1) << command;
    ExpectOneLine(run.err, "diurna: the output could not be written to its end");
  }
}

TEST_F(Output, StandardErrorThatTakesNoMore) {
  Write("a.txt", kReport);
  Write("empty.txt", "");
  for (const char* closed : {"2>&-", "2>/dev/full", "2> >(true)"}) {
    const Outcome run = Bash(std::string("$DIURNA read empty.txt a.txt empty.txt --out o ") + closed);
    EXPECT_EQ(run.status, 1) << closed;
    EXPECT_TRUE(IsJson(ReadAll(Path("o/a.json")))) << closed;
    EXPECT_EQ(Files("o").size(), 1U);
    EXPECT_EQ(Bash(std::string("$DIURNA raed ") + closed).status, 2) << closed;
    fs::remove_all(folder_ / "o");
  }
  // The messages do not get into a file that took the place of standard error.
  Bash("$DIURNA read empty.txt a.txt --out o 2>&- <&- >&-");
  EXPECT_TRUE(IsJson(ReadAll(Path("o/a.json"))));
}

}  // namespace
}  // namespace diurna
