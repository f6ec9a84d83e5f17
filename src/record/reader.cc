#include "diurna/reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/guarded.h"
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
  return Guarded(name, [&] { return engine_->parser().Parse(bytes, name, metadata); });
}

Result<Document> Reader::Load(const std::string& path, const Metadata& metadata) const {
  return Guarded(path, [&] { return engine_->parser().Load(path, metadata); });
}

Result<Record> Reader::Read(const Document& document, Workspace& workspace) const {
  Result<Record> record = Guarded(fmt::format("document \"{}\"", document.id), [&]() -> Result<Record> {
    if (Status valid = Validate(document); !valid.ok()) return valid;
    if (workspace.impl_ == nullptr) workspace.impl_ = std::make_unique<Workspace::Impl>();
    return Assemble(engine_->Find(document, workspace.impl_->language));
  });
  // What an exception left half done is of no use to the next report.
  if (!record.ok()) workspace.impl_.reset();
  return record;
}

Result<Record> Reader::Read(const Document& document) const {
  Workspace workspace;
  return Read(document, workspace);
}

}  // namespace diurna
