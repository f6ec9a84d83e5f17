// The whole language layer over the example reports, and its first pass alone. Items are tokens.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "language/language.h"
#include "language/parse_output.h"

namespace diurna {
namespace {

const Language& Model() {
  static const Result<Language> model = Language::Open(DIURNA_DATA_DIR "/english.model");
  if (!model) {
    std::fprintf(stderr, "%s\n", model.status().message().c_str());
    std::exit(1);
  }
  return *model;
}

// The example reports, one after the other, `times` times.
std::string Reports(int64_t times) {
  std::string all;
  for (const auto& entry : std::filesystem::directory_iterator(DIURNA_SOURCE_DIR "/examples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    all += text.str();
  }
  std::string repeated;
  for (int64_t i = 0; i < times; ++i) repeated += all;
  return repeated;
}

void BM_Analyze(benchmark::State& state) {
  const std::string text = Reports(state.range(0));
  Language::Workspace workspace;
  uint32_t tokens = 0;
  for (auto _ : state) {
    const Analysis analysis = Model().Analyze(text, workspace);
    tokens = analysis.size();
  }
  state.SetItemsProcessed(state.iterations() * tokens);
}
BENCHMARK(BM_Analyze)->Arg(1)->Arg(10)->Arg(100);

void BM_WriteJson(benchmark::State& state) {
  const std::string text = Reports(1);
  Language::Workspace workspace;
  const Analysis analysis = Model().Analyze(text, workspace);
  for (auto _ : state) {
    const std::string json = ToJson(analysis, "");
    benchmark::DoNotOptimize(json.data());
  }
  state.SetItemsProcessed(state.iterations() * analysis.size());
}
BENCHMARK(BM_WriteJson);

void BM_Open(benchmark::State& state) {
  for (auto _ : state) {
    const Result<Language> model = Language::Open(DIURNA_DATA_DIR "/english.model");
    if (!model) state.SkipWithError(model.status().message().c_str());
  }
}
BENCHMARK(BM_Open);

}  // namespace
}  // namespace diurna
