#include "record/lexicon_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/compiler.h"
#include "lexicon/lexicon.h"
#include "record/draft.h"
#include "record/engine.h"

namespace diurna {

namespace {

// A row in few words, or that something is none, and the entries that said so.
struct ReadRow {
  std::string phrase;
  std::vector<LexiconEntry> makers;
};

std::string Of(const LexiconEntry& entry) { return fmt::format("{}:{}", entry.file(), entry.line()); }

std::string Phrase(const Event& row) {
  return fmt::format("event {}{}{}", Name(row.type), row.mode ? "/" : "", row.mode ? Name(*row.mode) : "");
}
std::string Phrase(const Figure& row) { return fmt::format("figure {}", Name(row.kind)); }
std::string Phrase(const Measure& row) {
  return fmt::format("measure {} {}", Name(row.type), row.status ? Name(*row.status) : "");
}
std::string Phrase(const Service& row) { return fmt::format("service {} {}", Name(row.system), Name(row.state)); }
std::string Phrase(const Price& row) { return fmt::format("price {}", row.commodity); }
std::string Phrase(const Office& row) { return fmt::format("office {}", Name(row.change)); }
std::string Phrase(const Statement& row) { return fmt::format("statement {}", Name(row.act)); }
std::string Phrase(const Link& row) { return fmt::format("link {}", Name(row.relation)); }

// What is read of a sentence that is all that a report says.
Result<std::vector<ReadRow>> RowsOf(const Engine& engine, std::string_view sentence, Language::Workspace& workspace) {
  const Metadata metadata{.id = "example", .title = "", .publisher = "", .published = "2024-05-14", .url = ""};
  const std::string text = fmt::format("A report\nTest Wire, 2024-05-14\n\n{}\n", sentence);
  const Result<Document> document = engine.parser().Parse(text, "example", metadata);
  if (!document.ok()) return document.status();
  const Findings findings = engine.Find(*document, workspace);
  std::vector<ReadRow> out;
  VisitRegisters(findings.drafts, [&](const auto& drafts) {
    for (const auto& draft : drafts) out.push_back({Phrase(draft.row), draft.why.entries});
  });
  for (const Why& why : findings.drafts.set_aside) out.push_back({"set aside", why.entries});
  return out;
}

std::string Described(const std::vector<ReadRow>& rows) {
  std::string out;
  for (const ReadRow& row : rows) {
    out += fmt::format("{}{}", out.empty() ? "" : "; ", row.phrase);
    for (size_t i = 0; i < row.makers.size(); ++i) out += (i == 0 ? " by " : " and ") + Of(row.makers[i]);
  }
  return out.empty() ? "nothing" : out;
}

// What is wrong with an example; empty where it is kept.
std::string Fault(const LexiconExample& example, const std::vector<ReadRow>& rows) {
  std::vector<ReadRow> made;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(made), [&](const ReadRow& row) {
    return std::find(row.makers.begin(), row.makers.end(), example.entry) != row.makers.end();
  });
  if (example.counter == !made.empty()) {
    return fmt::format("\"{}\" should {} its entry, [[{}]] {}; read was: {}", example.sentence,
                       example.counter ? "be left alone by" : "be read by", example.entry.section(),
                       example.entry.name().empty() ? Of(example.entry) : fmt::format("'{}'", example.entry.name()),
                       Described(example.counter ? made : rows));
  }
  return {};
}

}  // namespace

Result<ExampleReport> CheckExamples(const ReaderOptions& options) {
  const Result<Engine> engine = Engine::Open(options);
  if (!engine.ok()) return engine.status();
  std::set<std::string, std::less<>> files;  // of the folders
  for (const std::string& folder : options.lexicon_folders) {
    const Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(folder);
    if (!sources.ok()) return sources.status();
    for (const LexiconSource& source : *sources) files.insert(source.file);
  }
  ExampleReport report;
  Language::Workspace workspace;
  for (const LexiconExample& example : engine->lexicon().Examples()) {
    if (!options.lexicon_folders.empty() && !files.contains(example.file)) continue;
    const Result<std::vector<ReadRow>> rows = RowsOf(*engine, example.sentence, workspace);
    if (!rows.ok()) return rows.status();
    ++(example.counter ? report.counters : report.examples);
    if (std::string fault = Fault(example, *rows); !fault.empty()) {
      report.failures.push_back({std::string(example.file), example.line, std::move(fault)});
    }
  }
  return report;
}

}  // namespace diurna
