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
  const auto schemas = diurna::ReadLexiconFolder(folder + "/schema");
  const auto sources = diurna::ReadLexiconFolder(folder);
  for (const auto* read : {&schemas, &sources}) {
    if (!read->ok()) {
      std::fprintf(stderr, "%s\n", read->status().message().c_str());
      return 1;
    }
  }
  std::string schema;
  for (const diurna::LexiconSource& source : *schemas) schema += source.toml + "\n";
  std::vector<diurna::LexiconSource> named = *sources;
  for (diurna::LexiconSource& source : named) source.file = "lexicon/" + source.file.substr(folder.size() + 1);
  std::vector<diurna::LexiconProblem> problems;
  const std::string image = diurna::CompileLexicon(schema, named, &problems);
  for (const diurna::LexiconProblem& problem : problems) {
    std::fprintf(stderr, "%s:%u: %s\n", problem.file.c_str(), problem.line, problem.message.c_str());
  }
  std::ofstream out(argv[2], std::ios::binary);
  out << image;
  return problems.empty() && out.good() ? 0 : 1;
}
