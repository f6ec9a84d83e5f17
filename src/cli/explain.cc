// diurna explain: why a row of a record is there.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/common.h"
#include "diurna/reader.h"
#include "record/reader_impl.h"
#include "syntax/tree.h"
#include "text/letters.h"
#include "view/phrases.h"

namespace diurna {
namespace {

struct ExplainOptions {
  std::string path;
  std::string row;
  Metadata metadata;
  ReaderOptions reader;
};

struct Found {
  const Row* row = nullptr;
  std::string phrase;
};

// The row of that id, and all ids of the record for a message where there is none.
Found FindRow(const Record& record, std::string_view id, std::vector<std::string>* ids) {
  Found found;
  const std::string_view year = std::string_view(record.document.published).substr(0, 4);
  const auto look = [&](const auto& rows, const auto& say) {
    for (const auto& row : rows) {
      ids->push_back(row.id);
      if (row.id == id) found = {&row, say(row)};
    }
  };
  const auto say = [year](const auto& row) { return Phrase(row, year); };
  look(record.events, say);
  look(record.figures, say);
  look(record.measures, say);
  look(record.services, say);
  look(record.prices, say);
  look(record.offices, say);
  look(record.statements, say);
  const std::vector<RowLabel> labels = LabelRows(record);
  look(record.links, [&labels](const Link& link) { return Phrase(link, labels); });
  return found;
}

std::string OneLine(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

void Entry(std::string_view label, std::string_view text) {
  if (!text.empty()) Print(fmt::format("{:<12}{}\n", label, OneLine(text)));
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
  const Result<Document> document = LoadReport(options.path, options.metadata);
  if (!document.ok()) return document.status();
  const Result<Reader> reader = Reader::Open(options.reader);
  if (!reader.ok()) return reader.status();
  const Result<Record> record = reader->Read(*document);
  if (!record.ok()) return record.status();
  std::vector<std::string> ids;
  const Found found = FindRow(*record, options.row, &ids);
  if (found.row == nullptr) {
    return Status::NotFound(fmt::format("{}: has no row \"{}\"; its rows are: {}", options.path, options.row,
                                        ids.empty() ? "none" : fmt::to_string(fmt::join(ids, " "))));
  }

  const Row& row = *found.row;
  const Reader::Impl& floors = reader->impl();
  Language::Workspace workspace;
  const Analysis analysis = floors.Analyze(*document, workspace);
  Mentions mentions = floors.FindMentions(*document, analysis);
  const Propositions propositions = floors.proposer->Propose(*document, analysis, &mentions);
  const std::string_view year = std::string_view(record->document.published).substr(0, 4);

  Print(fmt::format("{}  {}\n\n", row.id, found.phrase));
  Entry("evidence",
        fmt::format("\u201C{}\u201D ({}\u2013{})", row.evidence.text, row.evidence.start, row.evidence.end));
  for (const Evidence& also : row.also) {
    Entry("also", fmt::format("\u201C{}\u201D ({}\u2013{})", also.text, also.start, also.end));
  }
  const uint32_t token =
      row.trace.token < analysis.size() ? row.trace.token : analysis.TokenAt(row.evidence.bytes.begin);
  if (token < analysis.size()) {
    const Sentence& sentence = analysis.sentences()[analysis[token].sentence];
    Entry("sentence", Trim(analysis.SpanOf(sentence.begin, sentence.end - 1).In(document->text)));
    int32_t index = propositions.of_token[token];
    if (index < 0) index = propositions.of_token[VerbAbove(analysis, token)];
    if (index >= 0) Entry("proposition", Describe(analysis, propositions.items[static_cast<size_t>(index)]));
  }
  Entry("matched", row.trace.rule);
  if (!row.trace.frame_file.empty()) {
    Entry("frame", fmt::format("{}:{}", row.trace.frame_file, row.trace.frame_line));
  }
  const auto from = [](std::string value, const std::string& where) {
    if (value.empty()) value = "none";
    return where.empty() ? value : fmt::format("{} \u2014 {}", value, where);
  };
  Entry("place", from(row.place ? row.place->name : "", row.trace.place_from));
  Entry("time", from(row.time ? PhraseTime(*row.time, year) : "", row.trace.time_from));
  Entry("source", from(PhraseSource(row.source), row.trace.source_from));
  Entry("modality", row.modality);
  Entry("confidence", fmt::format("{:.2f}", row.confidence));
  return Status::Ok();
}

}  // namespace

void AddExplainCommand(CLI::App& app, int* status) {
  CLI::App* const command = app.add_subcommand("explain", "Say why a row of a report's record is there");
  const auto options = std::make_shared<ExplainOptions>();
  command->add_option("INPUT", options->path, "Report, or - for standard input")->required()->type_name("FILE|-");
  command->add_option("--row", options->row, "Id of the row, as read prints it")->required()->type_name("ID");
  AddPublishedOption(*command, &options->metadata.published);
  AddDataOption(*command, &options->reader);
  AddLexiconOption(*command, &options->reader);
  command->callback([options, status] {
    const Status done = Explain(*options);
    if (!done.ok()) TellFailure(done.message());
    *status = FinishOutput() && done.ok() ? kSuccess : kFailure;
  });
}

}  // namespace diurna
