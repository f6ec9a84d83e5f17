#include "diurna/reader.h"

#include <fmt/format.h>

#include <utility>

#include "record/engine.h"

namespace diurna {

struct Reader::Workspace::Impl {
  Language::Workspace language;
};

Reader::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Reader::Workspace::~Workspace() = default;
Reader::Workspace::Workspace(Workspace&&) noexcept = default;
Reader::Workspace& Reader::Workspace::operator=(Workspace&&) noexcept = default;

Reader::Reader(std::unique_ptr<const Engine> engine) : engine_(std::move(engine)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::Open(const ReaderOptions& options) {
  Result<Engine> engine = Engine::Open(options);
  if (!engine.ok()) return engine.status();
  return Reader(std::make_unique<const Engine>(std::move(engine).value()));
}

Result<Document> Reader::Parse(std::string_view bytes, std::string_view name, const Metadata& metadata) const {
  return engine_->parser().Parse(bytes, name, metadata);
}

Result<Document> Reader::Load(const std::string& path, const Metadata& metadata) const {
  return engine_->parser().Load(path, metadata);
}

Result<Record> Reader::Read(const Document& document, Workspace& workspace) const {
  if (Status valid = Validate(document); !valid.ok()) return valid;
  Record record = Assemble(engine_->Find(document, workspace.impl_->language));
  // A fault of ours is told where the record is read, not kept from its readers.
  for (const std::string& problem : Check(record, document.text)) {
    record.document.warnings.push_back(fmt::format("a fault of the program, please report it: {}", problem));
  }
  return record;
}

Result<Record> Reader::Read(const Document& document) const {
  Workspace workspace;
  return Read(document, workspace);
}

}  // namespace diurna
