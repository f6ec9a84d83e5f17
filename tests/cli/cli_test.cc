// Runs the binary itself: output, exit status and messages of every command. Reports are our own.

#include "cli/cli.h"

namespace diurna {
namespace {

TEST_F(Cli, VersionAndHelp) {
  const Outcome version = Run("version");
  EXPECT_EQ(version.status, 0);
  EXPECT_EQ(version.out.substr(0, 7), "diurna ");
  for (const char* arguments : {"help", "--help", "help read", "read --help", "help lexicon"}) {
    const Outcome help = Run(arguments);
    EXPECT_EQ(help.status, 0) << arguments;
    EXPECT_NE(help.out.find("Usage: diurna"), std::string::npos) << help.out;
    EXPECT_EQ(help.err, "");
  }
}

TEST_F(Cli, WrongUsageIsStatusTwoWithAHint) {
  Outcome run = Run("raed report.txt");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "diurna: \"raed\" is no command, did you mean \"read\"?; see: diurna help\n");
  run = Run("read --fromat json report.txt");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(run.err, "diurna: diurna read has no option --fromat, did you mean --format?; see: diurna help read\n");
  run = Run("read");
  EXPECT_EQ(run.status, 2);
  ExpectOneLine(run.err, "diurna: INPUT is required");
  run = Run("read x.txt --published yesterday");
  EXPECT_EQ(run.status, 2);
  EXPECT_EQ(
      run.err,
      "diurna: --published: \"yesterday\" is no date of publication; write year, month and day, as 2024-03-06; see: "
      "diurna help read\n");
  EXPECT_EQ(Run("read x.txt --format xml").status, 2);
  EXPECT_EQ(Run("read x.txt -j 0").status, 2);
  EXPECT_EQ(Run("lexicon chek").status, 2);
  EXPECT_EQ(Run("help raed").status, 2);
  EXPECT_EQ(Run("").status, 2);
}

TEST_F(Cli, ReadPrintsOneRecord) {
  const std::string path = Write("ferries.txt", kReport);
  const Outcome run = Run("read '" + path + "'");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(IsJson(run.out));
  EXPECT_EQ(run.out.front(), '{');
  EXPECT_NE(run.out.find("\"id\": \"ferries\""), std::string::npos);
  EXPECT_NE(run.out.find("\"published\": \"2024-03-06\""), std::string::npos);
  EXPECT_EQ(Run("read '" + path + "'").out, run.out);
  const Outcome piped = Run("read -", kReport);
  EXPECT_EQ(piped.status, 0);
  EXPECT_NE(piped.out.find("\"id\": null"), std::string::npos);
}

TEST_F(Cli, ReadPrintsATableWithoutColourIntoAPipe) {
  const Outcome run = Run("read --format table '" + Write("ferries.txt", kReport) + "'");
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(run.out.substr(0, run.out.find('\n')), "Ferries stay in port as strike enters third day");
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos);
  setenv("COLUMNS", "40", 1);
  const Outcome narrow = Run("read --format table '" + Path("ferries.txt") + "'");
  EXPECT_EQ(narrow.out.substr(0, narrow.out.find('\n')), "Ferries stay in port as strike enters");
}

TEST_F(Cli, AFolderIsReadInTheOrderOfItsNames) {
  fs::create_directories(folder_ / "in" / "deeper");
  for (const char* name : {"in/b.txt", "in/a.txt", "in/B.txt", "in/notes.md", "in/deeper/c.txt"}) Write(name, kReport);
  const std::string in = Path("in");
  const Outcome list = Run("read '" + in + "'");
  EXPECT_EQ(list.status, 0) << list.err;
  EXPECT_TRUE(IsJson(list.out));
  EXPECT_EQ(list.out.front(), '[');
  EXPECT_EQ(Count(list.out, "\"text_sha256\""), 3U);
  EXPECT_LT(list.out.find("\"id\": \"B\""), list.out.find("\"id\": \"a\""));
  EXPECT_LT(list.out.find("\"id\": \"a\""), list.out.find("\"id\": \"b\""));
  const Outcome lines = Run("read --format jsonl '" + in + "'");
  EXPECT_EQ(Count(lines.out, "\n"), 3U);
  EXPECT_TRUE(lines.out.starts_with("{\"document\":{"));
  EXPECT_LT(lines.out.find("\"id\":\"B\""), lines.out.find("\"id\":\"a\""));
}

TEST_F(Cli, ManyJobsKeepTheOrder) {
  std::string input;
  for (int i = 0; i < 60; ++i) {
    std::string text(kReport);
    for (int n = 0; n < i % 7 * 5; ++n) text += "Telephone lines to the island were restored on Tuesday morning.\\n";
    for (size_t at; (at = text.find('\n')) != std::string::npos;) text.replace(at, 1, "\\n");
    input += "{\"id\": \"r" + std::to_string(i) + "\", \"text\": \"" + text + "\"}\n";
  }
  const Outcome one = Run("read - --input jsonl --format jsonl", input);
  const Outcome four = Run("read - --input jsonl --format jsonl -j 4", input);
  EXPECT_EQ(one.status, 0) << one.err;
  EXPECT_EQ(Count(one.out, "\n"), 60U);
  EXPECT_EQ(one.out, four.out);
  // Recognised without being told, from a file and from standard input.
  EXPECT_EQ(Run("read - --format jsonl", input).out, one.out);
  EXPECT_EQ(Run("read --format jsonl '" + Write("reports.jsonl", input) + "'").out, one.out);
}

TEST_F(Cli, ABadLineIsToldAndTheOthersAreRead) {
  const Outcome run = Run("read - --input jsonl --format jsonl",
                          "{\"id\": \"a\", \"text\": \"Ferries stay in port\"}\n"
                          "{\"id\": \n"
                          "{\"id\": \"c\", \"text\": \"\"}\n"
                          "{\"id\": \"d\", \"text\": \"Ferries stay in port\"}\n");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(Count(run.out, "\n"), 2U);
  EXPECT_EQ(Count(run.err, "\n"), 2U);
  EXPECT_NE(run.err.find("diurna: standard input:2: is not JSON"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("diurna: standard input:3: is empty"), std::string::npos) << run.err;
}

TEST_F(Cli, OutWritesAFileForEachReport) {
  fs::create_directories(folder_ / "in");
  Write("in/one.txt", kReport);
  Write("in/two.txt", "");
  Write("in/three.txt", kReport);
  const Outcome run = Run("read '" + Path("in") + "' --out '" + Path("made/here") + "' -j 2");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.out, "");
  ExpectOneLine(run.err, "diurna: " + Path("in/two.txt") + ": is empty");
  EXPECT_TRUE(IsJson(ReadAll(Path("made/here/one.json"))));
  EXPECT_TRUE(IsJson(ReadAll(Path("made/here/three.json"))));
  EXPECT_FALSE(fs::exists(Path("made/here/two.json")));
  // An id that is a path stays in the folder.
  EXPECT_EQ(
      Run("read - --out '" + Path("ids") + "'", "{\"id\": \"../x/y\", \"text\": \"Ferries stay in port\"}").status, 0);
  EXPECT_TRUE(fs::exists(Path("ids/_._x_y.json")));
}

TEST_F(Cli, FailuresNameTheInput) {
  for (const char* command : {"read", "parse", "dates", "places"}) {
    const Outcome run = Run(std::string(command) + " '" + Path("missing.txt") + "'");
    EXPECT_EQ(run.status, 1) << command;
    EXPECT_EQ(run.err, "diurna: " + Path("missing.txt") + ": No such file or directory\n") << command;
    EXPECT_EQ(run.out, "") << command;
  }
  fs::create_directories(folder_ / "nothing");
  Outcome run = Run("read '" + Path("nothing") + "'");
  EXPECT_EQ(run.status, 1);
  ExpectOneLine(run.err, "diurna: " + Path("nothing") + ": holds no reports");
  EXPECT_EQ(run.out, "[]\n");
  run = Run("read '" + Write("binary.txt", std::string(500, '\0')) + "'");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(run.err, "diurna: " + Path("binary.txt") + ": looks like binary data, not text\n");
  // Of several inputs the others are read.
  run = Run("read '" + Path("binary.txt") + "' '" + Write("ferries.txt", kReport) + "'");
  EXPECT_EQ(run.status, 1);
  EXPECT_EQ(Count(run.out, "\"text_sha256\""), 1U);
  EXPECT_TRUE(IsJson(run.out));
}

TEST_F(Cli, ATextThatIsTooLongIsRefused) {
  const std::string path = Write("long.txt", "");
  fs::resize_file(path, 50 << 20);
  const Outcome run = Run("read '" + path + "'");
  EXPECT_EQ(run.status, 1);
  ExpectOneLine(run.err, "diurna: " + path + ": has 50 MiB");
}

TEST_F(Cli, OddTextsGiveHonestRecords) {
  Outcome run = Run("read -", std::string(200000, 'x'));
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(IsJson(run.out));
  run = Run("read -", "Le caf\xE9 est ferm\xE9 mardi, et la police n'a pas dit pour combien de jours il le sera.\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("\"language\": \"fr\""), std::string::npos);
  EXPECT_NE(run.out.find("only English is read"), std::string::npos);
  EXPECT_NE(run.out.find("no date of publication found"), std::string::npos);
  run = Run("read -", "Ferries stay in port\n\nThe caf\xC3\xA9 and the caf\xC3\xA9 were closed on Tuesday \xFF.\n");
  EXPECT_EQ(run.status, 0);
  EXPECT_NE(run.out.find("1 damaged character was replaced"), std::string::npos);
  EXPECT_TRUE(IsJson(run.out));
}

TEST_F(Cli, DataThatIsMissingOrDamagedIsNamedWithItsRemedy) {
  const std::string path = Write("ferries.txt", kReport);
  Outcome run = Run("read '" + path + "' --data '" + folder_.string() + "'");
  EXPECT_EQ(run.status, 1);
  ExpectOneLine(run.err, "diurna: english.model: not found in " + folder_.string());
  EXPECT_NE(run.err.find("./diurna --rebuild-data"), std::string::npos);
  Write("english.model", "damaged");
  for (const char* command : {"read", "parse", "dates", "places"}) {
    run = Run(std::string(command) + " '" + path + "' --data '" + folder_.string() + "'");
    EXPECT_EQ(run.status, 1) << command;
    ExpectOneLine(run.err, "diurna: " + Path("english.model") + ": damaged");
    EXPECT_NE(run.err.find("./diurna --rebuild-data"), std::string::npos) << command;
  }
}

TEST_F(Cli, ParseShowsTheRawText) {
  const Outcome json = Run("parse - --format json", kReport);
  EXPECT_EQ(json.status, 0) << json.err;
  EXPECT_TRUE(IsJson(json.out));
  EXPECT_NE(json.out.find("\"text\": \"Ferries stay in port as strike enters third day\\nHarbour"), std::string::npos);
  const Outcome conllu = Run("parse - --format conllu", kReport);
  EXPECT_EQ(conllu.status, 0);
  EXPECT_NE(conllu.out.find("\tarrested\tarrest\tVERB\t"), std::string::npos);
}

TEST_F(Cli, DatesAndPlaces) {
  const Outcome timeml = Run("dates - --published 2024-03-06 --format timeml", kReport);
  EXPECT_EQ(timeml.status, 0) << timeml.err;
  EXPECT_NE(timeml.out.find("value=\"2024-03-05TEV\""), std::string::npos) << timeml.out;
  const Outcome dates = Run("dates - --published '' --format json", "Police arrested 14 people on Tuesday.");
  EXPECT_EQ(dates.status, 0) << dates.err;
  EXPECT_TRUE(IsJson(dates.out));
  EXPECT_NE(dates.out.find("\"published\": null"), std::string::npos) << dates.out;
  const Outcome places =
      Run("places - --format json", "Police in Lisbon arrested 14 people, officials in Portugal said.");
  EXPECT_EQ(places.status, 0) << places.err;
  EXPECT_TRUE(IsJson(places.out));
  EXPECT_NE(places.out.find("\"country\": \"PT\""), std::string::npos) << places.out;
  const Outcome map = Run("places - --format geojson", "Police in Lisbon arrested 14 people.");
  EXPECT_NE(map.out.find("FeatureCollection"), std::string::npos);
  EXPECT_TRUE(IsJson(map.out));
}

TEST_F(Cli, ExplainTellsWhyARowIsThere) {
  const std::string path = Write("ferries.txt", kReport);
  const Outcome run = Run("explain '" + path + "' --row f1");
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* label : {"f1  ", "evidence", "sentence", "proposition", "place", "time", "source"}) {
    EXPECT_NE(run.out.find(label), std::string::npos) << label << "\n" << run.out;
  }
  const Outcome missing = Run("explain '" + path + "' --row z9");
  EXPECT_EQ(missing.status, 1);
  ExpectOneLine(missing.err, "diurna: " + path + ": has no row \"z9\"; its rows are: ");
}

TEST_F(Cli, LexiconCheckNamesFileAndLine) {
  EXPECT_EQ(Run("lexicon check").status, 0);
  fs::create_directories(folder_ / "mine");
  Write("mine/broken.toml", "[[no_such_section]]\nname = \"x\"\n");
  const Outcome run = Run("lexicon check '" + Path("mine") + "'");
  EXPECT_EQ(run.status, 1);
  EXPECT_NE(run.err.find("broken.toml:1: "), std::string::npos) << run.err;
  const std::string path = Write("ferries.txt", kReport);
  const Outcome read = Run("read '" + path + "' --lexicon '" + Path("mine") + "'");
  EXPECT_EQ(read.status, 1);
  EXPECT_NE(read.err.find("broken.toml:1: "), std::string::npos) << read.err;
}

// Entries that the schema lets pass and a reader cannot use: of times, numbers and places alike, all in one go.
TEST_F(Cli, LexiconCheckAsksEveryReader) {
  fs::create_directories(folder_ / "mine");
  Write("mine/times.toml", "[[holiday]]\nname = \"Regatta Day\"\nwords = [\"regatta day\"]\ndate = \"31-02\"\n");
  Write("mine/numbers.toml", "[[currency]]\nname = \"Doubloon\"\nnouns = [\"doubloon\"]\n");
  Write("mine/places.toml",
        "[[division_people]]\nname = \"Xarqumbo\"\ncountry = \"US\"\nwords = [\"Xarqumban\"]\n\n"
        "[[region]]\nname = \"The Deep\"\nlat = 95\nlon = 10\n");
  const Outcome run = Run("lexicon check '" + Path("mine") + "'");
  EXPECT_EQ(run.status, 1);
  for (const char* problem :
       {"times.toml:1: date", "numbers.toml:1: name", "places.toml:1: name", "places.toml:6: lat"}) {
    EXPECT_NE(run.err.find(problem), std::string::npos) << problem << "\n" << run.err;
  }
}

}  // namespace
}  // namespace diurna
