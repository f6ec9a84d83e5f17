// The image made at build time is linked into the binary as it is (see lexicon_image.S): opening it parses nothing.

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/compiler.h"
#include "lexicon/lexicon_impl.h"

extern "C" {
// Symbols of the assembler's, not of ours to name.
extern const std::byte diurna_lexicon_image[];      // NOLINT(readability-identifier-naming)
extern const std::byte diurna_lexicon_image_end[];  // NOLINT(readability-identifier-naming)
}

namespace diurna {

namespace {

Result<LexiconImage> OpenImage(std::span<const std::byte> bytes) {
  Result<FlatFile> file = FlatFile::Wrap(bytes, "built-in lexicon", kLexiconKind, kLexiconVersion);
  if (!file.ok()) return file.status();
  return LexiconImage::Open(std::move(file).value());
}

Result<LexiconImage> OpenBuiltIn() {
  return OpenImage({diurna_lexicon_image, static_cast<size_t>(diurna_lexicon_image_end - diurna_lexicon_image)});
}

}  // namespace

Result<Lexicon> Lexicon::BuiltIn() { return WithFolders({}); }

Result<Lexicon> Lexicon::WithFolders(const std::vector<std::string>& folders) {
  Result<LexiconImage> built_in = OpenBuiltIn();
  if (!built_in.ok()) return built_in.status();
  if (folders.empty()) return Lexicon(std::make_unique<Impl>(std::move(built_in).value()));
  std::optional<std::string> whole;  // the image of a folder that is a lexicon of its own
  std::vector<std::vector<LexiconSource>> layers;
  LexiconProblems problems;
  for (const std::string& folder : folders) {
    Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(folder);
    if (!sources.ok()) return sources.status();
    const Result<std::string> schema = ReadSchemaOf(folder);
    if (!schema.ok()) return schema.status();
    if (schema->empty()) {
      layers.push_back(std::move(sources).value());
    } else if (&folder == &folders.front()) {
      whole = CompileLexicon(*schema, *sources, &problems);
    } else {
      return Status::BadInput(folder + ": has a schema, so it is a lexicon of its own; name it before other folders");
    }
  }
  std::optional<LexiconImage> base = std::move(built_in).value();
  if (whole) {
    Result<LexiconImage> opened = OpenImage({reinterpret_cast<const std::byte*>(whole->data()), whole->size()});
    if (!opened.ok()) return opened.status();
    base.emplace(std::move(opened).value());
  }
  std::string image = whole && layers.empty() ? std::move(*whole) : CompileOverlay(*base, layers, &problems);
  if (!problems.empty()) return Status::BadInput(Describe(problems));
  return FromImage(std::move(image));
}

std::string_view BuiltInLexiconSchema() {
  static const std::string schema = [] {
    Result<LexiconImage> built_in = OpenBuiltIn();
    return built_in.ok() ? std::string(built_in->file.Text("schema")) : std::string();
  }();
  return schema;
}

}  // namespace diurna
