#include "record/findings.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "base/sha256.h"
#include "diurna/reader.h"

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

template <typename RowType>
std::vector<RowType> RowsOf(const std::vector<Draft<RowType>>& drafts) {
  std::vector<RowType> rows;
  rows.reserve(drafts.size());
  for (const Draft<RowType>& draft : drafts) rows.push_back(draft.row);
  return rows;
}
template <typename RowType>
std::vector<RowType> RowsOf(std::vector<Draft<RowType>>&& drafts) {
  std::vector<RowType> rows;
  rows.reserve(drafts.size());
  for (Draft<RowType>& draft : drafts) rows.push_back(std::move(draft.row));
  return rows;
}

template <typename DraftsType>
Record AssembleFrom(const Document& document, DraftsType&& drafts) {
  Record record;
  record.document = Describe(document);
  for (std::string& warning : drafts.limits.Warnings()) record.document.warnings.push_back(std::move(warning));
  record.events = RowsOf(std::forward<DraftsType>(drafts).events);
  record.figures = RowsOf(std::forward<DraftsType>(drafts).figures);
  record.measures = RowsOf(std::forward<DraftsType>(drafts).measures);
  record.services = RowsOf(std::forward<DraftsType>(drafts).services);
  record.prices = RowsOf(std::forward<DraftsType>(drafts).prices);
  record.offices = RowsOf(std::forward<DraftsType>(drafts).offices);
  record.statements = RowsOf(std::forward<DraftsType>(drafts).statements);
  record.links = RowsOf(std::forward<DraftsType>(drafts).links);
  return record;
}

}  // namespace

Record Assemble(const Findings& findings) { return AssembleFrom(findings.document, findings.drafts); }
Record Assemble(Findings&& findings) { return AssembleFrom(findings.document, std::move(findings.drafts)); }

}  // namespace diurna
