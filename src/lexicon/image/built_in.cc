// The image made at build time is linked into the binary as it is (see lexicon_image.S): opening it parses nothing.

#include <fmt/format.h>

#include "lexicon/compiler.h"
#include "lexicon/lexicon_impl.h"

extern "C" {
// Symbols of the assembler's, not of ours to name.
extern const std::byte diurna_lexicon_image[];      // NOLINT(readability-identifier-naming)
extern const std::byte diurna_lexicon_image_end[];  // NOLINT(readability-identifier-naming)
}

namespace diurna {

namespace {

Result<LexiconImage> OpenBuiltIn() {
  Result<FlatFile> file =
      FlatFile::Wrap({diurna_lexicon_image, static_cast<size_t>(diurna_lexicon_image_end - diurna_lexicon_image)},
                     "built-in lexicon", kLexiconKind, kLexiconVersion);
  if (!file.ok()) return file.status();
  return LexiconImage::Open(std::move(file).value());
}

}  // namespace

Result<Lexicon> Lexicon::BuiltIn() { return WithFolders({}); }

Result<Lexicon> Lexicon::WithFolders(const std::vector<std::string>& folders) {
  Lexicon lexicon;
  Result<LexiconImage> built_in = OpenBuiltIn();
  if (!built_in.ok()) return built_in.status();
  const std::string schema(built_in->file.Text("schema"));
  lexicon.impl_->Add(std::move(built_in).value());
  std::string wrong;
  for (const std::string& folder : folders) {
    Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(folder);
    if (!sources.ok()) return sources.status();
    std::vector<LexiconProblem> problems;
    lexicon.impl_->owned.push_back(CompileLexicon(schema, *sources, &problems, &lexicon));
    for (const LexiconProblem& problem : problems) {
      wrong += fmt::format("{}{}:{}: {}", wrong.empty() ? "" : "\n", problem.file, problem.line, problem.message);
    }
    if (!wrong.empty()) continue;
    const std::string& bytes = lexicon.impl_->owned.back();
    Result<FlatFile> file = FlatFile::Wrap({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, folder,
                                           kLexiconKind, kLexiconVersion);
    if (!file.ok()) return file.status();
    Result<LexiconImage> image = LexiconImage::Open(std::move(file).value());
    if (!image.ok()) return image.status();
    lexicon.impl_->Add(std::move(image).value());
  }
  if (!wrong.empty()) return Status::BadInput(wrong);
  return lexicon;
}

std::string_view BuiltInLexiconSchema() {
  static const std::string schema = [] {
    Result<LexiconImage> built_in = OpenBuiltIn();
    return built_in.ok() ? std::string(built_in->file.Text("schema")) : std::string();
  }();
  return schema;
}

}  // namespace diurna
