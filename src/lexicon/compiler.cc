#include "lexicon/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/file.h"
#include "lexicon/image_writer.h"
#include "lexicon/overlay.h"
#include "lexicon/schema.h"

namespace diurna {

namespace {

constexpr size_t kMostFileBytes = size_t{64} << 20;  // far more than anyone writes by hand

// Drops the entries of `upper` that name a class that neither it nor `beneath` has, and reports each where it is named.
void CheckClassNames(const LexiconSchema& schema, const std::vector<EntryData>& beneath, std::vector<EntryData>* upper,
                     LexiconProblems* problems) {
  std::set<std::string> known;
  for (const std::vector<EntryData>* entries : {&beneath, static_cast<const std::vector<EntryData>*>(upper)}) {
    for (const EntryData& entry : *entries) {
      if (entry.section == kClassSection) known.insert(entry.name);
    }
  }
  const auto names_none = [&](const EntryData& entry, const FieldData& field, size_t i) {
    const std::string& word = field.values[i];
    if (word.size() < 2 || word[0] != '@' || known.contains(word.substr(1))) return false;
    problems->push_back({entry.file, field.lines[i], fmt::format("{}: no [[class]] of that name", word)});
    return true;
  };
  std::erase_if(*upper, [&](const EntryData& entry) {
    const SectionSchema& section = schema.at(entry.section);
    bool bad = false;
    for (const FieldData& field : entry.fields) {
      if (section.keys.at(field.key).kind != FieldKind::kWords) continue;
      for (size_t i = 0; i < field.values.size(); ++i) bad = names_none(entry, field, i) || bad;
    }
    return bad;
  });
}

std::string Compile(std::string_view schema_text, std::vector<EntryData> entries,
                    const std::vector<std::vector<LexiconSource>>& layers, bool own, LexiconProblems* problems) {
  const LexiconSchema schema = ReadLexiconSchema(schema_text, problems);
  for (const std::vector<LexiconSource>& sources : layers) {
    std::vector<EntryData> upper = ReadEntries(schema, sources, own, problems);
    CheckClassNames(schema, entries, &upper, problems);
    Overlay(schema, std::move(upper), &entries, problems);
  }
  return WriteImage(schema, schema_text, entries, problems);
}

}  // namespace

Result<std::vector<LexiconSource>> ReadLexiconFolder(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> paths;
  for (std::filesystem::directory_iterator item(folder, error), end; !error && item != end; item.increment(error)) {
    if (item->path().extension() == ".toml") paths.push_back(item->path().string());
  }
  if (error)
    return Status::NotFound(fmt::format("{}: cannot be read as a lexicon folder: {}", folder, error.message()));
  std::sort(paths.begin(), paths.end());
  std::vector<LexiconSource> sources;
  for (const std::string& path : paths) {
    const Result<FilePtr> file = OpenToRead(path);
    if (!file.ok()) return file.status();
    Result<std::string> toml = ReadRest(file->get(), path, kMostFileBytes);
    if (!toml.ok()) return toml.status();
    if (toml->size() > kMostFileBytes) {
      return Status::TooLarge(fmt::format("{}: has more than {} MiB; split it", path, kMostFileBytes >> 20));
    }
    sources.push_back({path, *std::move(toml)});
  }
  return sources;
}

Result<std::string> ReadSchemaOf(const std::string& folder) {
  const std::string schemas = folder + "/schema";
  std::string text;
  if (!std::filesystem::is_directory(schemas)) return text;
  const Result<std::vector<LexiconSource>> sources = ReadLexiconFolder(schemas);
  if (!sources.ok()) return sources.status();
  for (const LexiconSource& source : *sources) text += source.toml + "\n";
  return text;
}

std::string CompileLexicon(std::string_view schema, const std::vector<LexiconSource>& sources,
                           LexiconProblems* problems) {
  return Compile(schema, {}, {sources}, false, problems);
}

std::string CompileOverlay(const LexiconImage& base, const std::vector<std::vector<LexiconSource>>& layers,
                           LexiconProblems* problems) {
  return Compile(base.file.Text("schema"), DecodeEntries(base), layers, true, problems);
}

}  // namespace diurna
