// Compiles the product's own lexicon at build time: compile_lexicon LEXICON_FOLDER OUT.

#include <cstdio>
#include <fstream>
#include <string>

#include "lexicon/compiler.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: %s LEXICON_FOLDER OUT\n", argv[0]);
    return 2;
  }
  const std::string folder = argv[1];
  const auto schema = diurna::ReadSchemaOf(folder);
  const auto sources = diurna::ReadLexiconFolder(folder);
  if (!schema.ok() || !sources.ok()) {
    const auto& status = schema.ok() ? sources.status() : schema.status();
    std::fprintf(stderr, "%s\n", status.message().c_str());
    return 1;
  }
  std::vector<diurna::LexiconSource> named = *sources;
  for (diurna::LexiconSource& source : named) source.file = "lexicon/" + source.file.substr(folder.size() + 1);
  diurna::LexiconProblems problems;
  const std::string image = diurna::CompileLexicon(*schema, named, &problems);
  if (!problems.empty()) std::fprintf(stderr, "%s\n", diurna::Describe(problems).c_str());
  std::ofstream out(argv[2], std::ios::binary);
  out << image;
  return problems.empty() && out.good() ? 0 : 1;
}
