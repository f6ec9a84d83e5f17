#include "record/findings.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "base/utf8.h"
#include "diurna/reader.h"
#include "record/fields.h"

namespace diurna {

namespace {

Record::DocumentInfo Describe(const Document& document) {
  Record::DocumentInfo info;
  info.id = document.id;
  info.title = document.title;
  info.publisher = document.publisher;
  info.author = document.author;
  info.url = document.url;
  info.dateline_place = document.dateline_place;
  info.published = document.published;
  info.updated = document.updated;
  info.language = document.language;
  info.text_sha256 = Sha256(document.text);
  info.engine = fmt::format("{} {}", kEngineName, kEngineVersion);
  info.format = std::string(kRecordFormat);
  info.warnings = document.warnings;
  return info;
}

// The rows of drafts: copied, or taken out of drafts that may be changed.
template <typename RowType>
std::vector<RowType> RowsOf(const std::vector<Draft<RowType>>& drafts) {
  std::vector<RowType> rows;
  rows.reserve(drafts.size());
  for (const Draft<RowType>& draft : drafts) rows.push_back(draft.row);
  return rows;
}
template <typename RowType>
std::vector<RowType> RowsOf(std::vector<Draft<RowType>>& drafts) {
  std::vector<RowType> rows;
  rows.reserve(drafts.size());
  for (Draft<RowType>& draft : drafts) rows.push_back(std::move(draft.row));
  return rows;
}

// Visits the fields of rows and moves what quotes the report from its normal form to the text as it was given.
class SourceQuoter {
 public:
  explicit SourceQuoter(const NormalDocument& normal)
      : normal_(normal), from_(normal.document().text), to_(normal.source().text) {}

  template <typename T>
  void Field(std::string_view, T& value, FieldRule) const {
    Quote(&value);
  }
  template <typename T>
  void Rounded(std::string_view, T&, double, FieldRule) const {}

 private:
  void Quote(Evidence* evidence) const {
    evidence->bytes = normal_.ToSource(evidence->bytes);
    evidence->text = evidence->bytes.In(normal_.source().text);
    evidence->start = to_.CodePoint(evidence->bytes.begin);
    evidence->end = to_.CodePoint(evidence->bytes.end);
  }
  void Quote(Party* party) const {
    if (!party->start || !party->end) return;
    const Span span = normal_.ToSource({from_.Byte(*party->start), from_.Byte(*party->end)});
    party->text = span.In(normal_.source().text);
    party->start = to_.CodePoint(span.begin);
    party->end = to_.CodePoint(span.end);
  }
  template <typename T>
  void Quote(std::optional<T>* value) const {
    if (*value) Quote(&**value);
  }
  template <typename T>
  void Quote(std::vector<T>* values) const {
    for (T& value : *values) Quote(&value);
  }
  template <typename T>
  void Quote(T*) const {}  // quotes nothing

  const NormalDocument& normal_;
  const CodePointIndex from_, to_;
};

void QuoteSource(const NormalDocument& normal, Record* record) {
  const SourceQuoter quoter(normal);
  VisitRegisters(*record, [&](auto& rows) {
    for (auto& row : rows) VisitFields(quoter, row);
  });
}

template <typename DraftsType>
Record AssembleFrom(const NormalDocument& normal, DraftsType& drafts) {
  Record record;
  record.document = Describe(normal.source());
  for (std::string& warning : drafts.limits.Warnings()) record.document.warnings.push_back(std::move(warning));
  record.events = RowsOf(drafts.events);
  record.figures = RowsOf(drafts.figures);
  record.measures = RowsOf(drafts.measures);
  record.services = RowsOf(drafts.services);
  record.prices = RowsOf(drafts.prices);
  record.offices = RowsOf(drafts.offices);
  record.statements = RowsOf(drafts.statements);
  record.links = RowsOf(drafts.links);
  if (!normal.same()) QuoteSource(normal, &record);
  return record;
}

}  // namespace

Record Assemble(const Findings& findings) { return AssembleFrom(*findings.normal, findings.drafts); }
Record Assemble(Findings&& findings) { return AssembleFrom(*findings.normal, findings.drafts); }

}  // namespace diurna
