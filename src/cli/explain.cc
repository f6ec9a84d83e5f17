// diurna explain: why a row of a record is there.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <type_traits>

#include "base/terminal.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "diurna/reader.h"
#include "record/engine.h"
#include "syntax/tree.h"
#include "text/letters.h"
#include "view/phrases.h"

namespace diurna {
namespace {

struct ExplainOptions {
  ReportChoice report;
  std::string row;
  Metadata metadata;
  ReaderOptions reader;
};

// A row of the record, and what the drafts know of it.
struct Found {
  const Row* row = nullptr;
  uint32_t token = 0;
  Anchors anchors;
  Why why;
  std::string phrase;
};

// The row of that id, and all ids of the report for a message where there is none.
Found FindRow(const Findings& findings, const Record& record, std::string_view id, std::vector<std::string>* ids) {
  Found found;
  const std::string_view year = std::string_view(findings.document.published).substr(0, 4);
  const std::vector<RowLabel> labels = LabelRows(record);
  const auto phrase = [&](const auto& row) {
    if constexpr (std::is_same_v<std::decay_t<decltype(row)>, Link>) {
      return Phrase(row, labels);
    } else {
      return Phrase(row, year);
    }
  };
  VisitRegisters(findings.drafts, [&](const auto& drafts) {
    for (const auto& draft : drafts) {
      ids->push_back(draft.row.id);
      if (draft.row.id != id) continue;
      const Analysis& analysis = findings.analysis;
      const uint32_t token =
          draft.token < analysis.size() ? draft.token : analysis.TokenAt(draft.row.evidence.bytes.begin);
      found = {nullptr, token, draft.anchors, draft.why, phrase(draft.row)};
    }
  });
  VisitRegisters(record, [&](const auto& rows) {
    for (const auto& row : rows) {
      if (row.id == id) found.row = &row;
    }
  });
  return found;
}

void Entry(std::string_view label, std::string_view text) {
  if (!text.empty()) Print(fmt::format("{:<12}{}\n", label, OneLine(text)));
}

// Where an entry is written, and where others add to it.
std::string Origin(const LexiconEntry& entry) {
  std::string text = fmt::format("{}:{}", entry.file(), entry.line());
  for (const std::string_view by : entry.ExtendedBy()) text += fmt::format(", extended at {}", by);
  return text;
}

std::string Words(const Analysis& analysis, const std::vector<uint32_t>& heads) {
  std::string words;
  for (const uint32_t head : heads) {
    if (!words.empty()) words += ", ";
    words += NounPhraseText(analysis, head);
  }
  return words;
}

// "arrest (passive): theme 14 people; on Tuesday".
std::string Describe(const Analysis& analysis, const Proposition& proposition) {
  std::string text =
      fmt::format("{} ({}{})", proposition.predicate, Name(proposition.form), proposition.negated ? ", negated" : "");
  const auto add = [&](std::string_view role, const std::vector<uint32_t>& heads) {
    if (!heads.empty()) text += fmt::format("; {}: {}", role, Words(analysis, heads));
  };
  add("agent", proposition.agents);
  add("theme", proposition.themes);
  add("recipient", proposition.recipients);
  for (const Oblique& oblique : proposition.obliques) {
    text += fmt::format("; {}: {}", Marker(oblique), NounPhraseText(analysis, oblique.token));
  }
  return text;
}

Status Explain(const ExplainOptions& options) {
  const Result<Engine> engine = Engine::Open(options.reader);
  if (!engine.ok()) return engine.status();
  const Result<Document> document = LoadReport(engine->parser(), options.report, options.metadata);
  if (!document.ok()) return document.status();
  Language::Workspace workspace;
  const Findings findings = engine->Find(*document, workspace);
  std::vector<std::string> ids;
  const Record record = Assemble(findings);
  const Found found = FindRow(findings, record, options.row, &ids);
  if (found.row == nullptr) {
    return Status::NotFound(fmt::format("{}: has no row \"{}\"; its rows are: {}", options.report.path, options.row,
                                        ids.empty() ? "none" : fmt::to_string(fmt::join(ids, " "))));
  }

  const Row& row = *found.row;
  const Analysis& analysis = findings.analysis;
  const Propositions& propositions = findings.propositions;
  const std::string_view year = std::string_view(document->published).substr(0, 4);

  Print(fmt::format("{}  {}\n\n", row.id, OneLine(found.phrase)));
  Entry("evidence",
        fmt::format("\u201C{}\u201D ({}\u2013{})", row.evidence.text, row.evidence.start, row.evidence.end));
  for (const Evidence& also : row.also) {
    Entry("also", fmt::format("\u201C{}\u201D ({}\u2013{})", also.text, also.start, also.end));
  }
  if (const uint32_t token = found.token; token < analysis.size()) {
    const Sentence& sentence = analysis.sentences()[analysis[token].sentence];
    Entry("sentence", Trim(analysis.SpanOf(sentence.begin, sentence.end - 1).In(findings.document.text)));
    int32_t index = propositions.of_token[token];
    if (index < 0) index = propositions.of_token[VerbAbove(analysis, token)];
    if (index >= 0) Entry("proposition", Describe(analysis, propositions.items[static_cast<size_t>(index)]));
  }
  Entry("matched", found.why.rule);
  if (!found.why.file.empty()) {
    const std::vector<LexiconEntry>& entries = found.why.entries;
    Entry("frame", Origin(entries.front()));
    for (size_t i = 1; i < entries.size(); ++i) {
      Entry("with", fmt::format("{} [[{}]] {}", Origin(entries[i]), entries[i].section(), entries[i].name()));
    }
  }
  const auto from = [](std::string value, std::string_view where) {
    if (value.empty()) value = "none";
    return where.empty() ? value : fmt::format("{} \u2014 {}", value, where);
  };
  Entry("place", from(row.place ? row.place->name : "", Describe(found.anchors.place)));
  Entry("time", from(row.time ? PhraseTime(*row.time, year) : "", Describe(found.anchors.time)));
  Entry("source", from(PhraseSource(row.source), ""));
  Entry("modality", Name(row.modality));
  Entry("confidence", fmt::format("{:.2f}", row.confidence));
  return Status::Ok();
}

}  // namespace

void AddExplainCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("explain", "Say why a row of a report's record is there");
  const auto options = std::make_shared<ExplainOptions>();
  AddReportOptions(*command, &options->report);
  command->add_option("--row", options->row, "Id of the row, as read prints it")->required()->type_name("ID");
  AddPublishedOption(*command, &options->metadata.published);
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] {
    const Status done = Explain(*options);
    if (!done.ok()) TellFailure(done.message());
    *status = done.ok() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
