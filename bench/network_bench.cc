// The network's passes, each over the texts of the tests' dump repeated to one length. Set DIURNA_KERNEL to choose the
// kernel. Items are tokens, so that the passes' times add up to that of the whole.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "language/encoder.h"
#include "language/entity_recognizer.h"
#include "language/network.h"
#include "language/network_dump.h"
#include "language/parser.h"
#include "language/tagger.h"

namespace diurna {
namespace {

// Opens what a pass needs, or ends the benchmark with the reason.
template <typename T>
T Need(Result<T> result) {
  if (!result) {
    fprintf(stderr, "%s\n", result.status().message().c_str());
    std::exit(1);
  }
  return std::move(*result);
}

const FlatFile& Model() {
  static const FlatFile model = Need(OpenModel());
  return model;
}

const Kernels* Chosen() {
  const char* const name = std::getenv("DIURNA_KERNEL");
  return Need(ChooseKernels(name == nullptr ? "" : name));
}

// One word in `renewed` gets a norm that was never seen before.
std::vector<TokenFeatures> Tokens(size_t size, size_t renewed = SIZE_MAX) {
  static uint64_t fresh = 0x1234567;
  std::vector<TokenFeatures> tokens;
  while (tokens.size() < size) {
    for (const DumpedDocument& document : ReadDecisions()) {
      tokens.insert(tokens.end(), document.tokens.begin(), document.tokens.end());
    }
  }
  tokens.resize(size);
  for (size_t i = 0; i < size; ++i) {
    if (i % renewed == renewed - 1) tokens[i].norm = fresh += 0x9e3779b97f4a7c15ULL;
  }
  return tokens;
}

void Done(benchmark::State& state, size_t tokens) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(tokens));
  state.SetLabel(std::string(Chosen()->name));
}

void BM_Encoder(benchmark::State& state, const char* prefix) {
  const Encoder encoder = Need(Encoder::Load(Model(), prefix, Chosen()));
  Encoder::Workspace workspace;
  const std::vector<TokenFeatures> tokens = Tokens(Encoder::kBlockRows);
  std::vector<float> out(tokens.size() * kWidth);
  for (auto _ : state) {
    encoder.Encode(tokens, 0, Encoder::kBlockRows, workspace, out.data());
    benchmark::DoNotOptimize(out.data());
  }
  Done(state, tokens.size());
}
BENCHMARK_CAPTURE(BM_Encoder, shared, "net.shared");
BENCHMARK_CAPTURE(BM_Encoder, names, "net.names");

// Every word is new to the cache.
void BM_EmbedNewWords(benchmark::State& state) {
  const Encoder encoder = Need(Encoder::Load(Model(), "net.shared", Chosen()));
  Encoder::Workspace workspace;
  std::vector<float> out(Encoder::kBlockRows * kWidth);
  for (auto _ : state) {
    state.PauseTiming();
    const std::vector<TokenFeatures> tokens = Tokens(Encoder::kBlockRows, 1);
    state.ResumeTiming();
    encoder.Encode(tokens, 0, Encoder::kBlockRows, workspace, out.data(), 0);
    benchmark::DoNotOptimize(out.data());
  }
  Done(state, Encoder::kBlockRows);
}
BENCHMARK(BM_EmbedNewWords);

// A document's encoded tokens.
std::vector<float> Encoded(const std::vector<TokenFeatures>& tokens, const char* prefix) {
  const Encoder encoder = Need(Encoder::Load(Model(), prefix, Chosen()));
  Encoder::Workspace workspace;
  std::vector<float> out(tokens.size() * kWidth);
  const uint32_t size = static_cast<uint32_t>(tokens.size());
  for (uint32_t begin = 0; begin < size; begin += Encoder::kBlockRows) {
    encoder.Encode(tokens, begin, std::min(size, begin + Encoder::kBlockRows), workspace,
                   out.data() + size_t{begin} * kWidth);
  }
  return out;
}

void BM_Tagger(benchmark::State& state) {
  const Tagger tagger = Need(Tagger::Load(Model(), Chosen()));
  const std::vector<TokenFeatures> tokens = Tokens(Encoder::kBlockRows);
  const std::vector<float> encoded = Encoded(tokens, "net.shared");
  std::vector<float> scratch(tagger.ScratchFloats(tokens.size()));
  std::vector<uint16_t> tags(tokens.size());
  for (auto _ : state) {
    tagger.Tag(encoded.data(), tokens.size(), scratch.data(), tags.data());
    benchmark::DoNotOptimize(tags.data());
  }
  Done(state, tokens.size());
}
BENCHMARK(BM_Tagger);

void BM_Parser(benchmark::State& state) {
  const Parser parser = Need(Parser::Load(Model(), Chosen()));
  Parser::Workspace workspace(parser);
  const std::vector<TokenFeatures> tokens = Tokens(1000);
  const std::vector<float> encoded = Encoded(tokens, "net.shared");
  std::vector<float> vectors(tokens.size() * kHidden);
  std::vector<uint32_t> head;
  std::vector<uint16_t> label;
  std::vector<uint8_t> sentence_start;
  for (auto _ : state) {
    parser.net().Tokens(encoded.data(), tokens.size(), vectors.data());
    parser.Parse(tokens, vectors.data(), workspace, head, label, sentence_start);
    benchmark::DoNotOptimize(head.data());
  }
  Done(state, tokens.size());
}
BENCHMARK(BM_Parser);

void BM_EntityRecognizer(benchmark::State& state) {
  const EntityRecognizer recognizer = Need(EntityRecognizer::Load(Model(), Chosen()));
  EntityRecognizer::Workspace workspace(recognizer);
  const std::vector<TokenFeatures> tokens = Tokens(1000);
  const std::vector<float> encoded = Encoded(tokens, "net.names");
  std::vector<float> vectors(tokens.size() * kHidden);
  const std::vector<uint8_t> sentence_start(tokens.size());
  std::vector<Entity> names;
  for (auto _ : state) {
    names.clear();
    recognizer.net().Tokens(encoded.data(), tokens.size(), vectors.data());
    recognizer.Recognize(tokens, vectors.data(), sentence_start, workspace, names);
    benchmark::DoNotOptimize(names.data());
  }
  Done(state, tokens.size());
}
BENCHMARK(BM_EntityRecognizer);

// The whole network over documents of growing size, one word in eight new to the cache.
void BM_Network(benchmark::State& state) {
  const Network network = Need(Network::Load(Model()));
  const auto workspace = network.MakeWorkspace();
  const std::vector<TokenFeatures> tokens = Tokens(static_cast<size_t>(state.range(0)), 8);
  Decisions out;
  for (auto _ : state) network.Run(tokens, *workspace, out);
  Done(state, tokens.size());
}
BENCHMARK(BM_Network)->RangeMultiplier(10)->Range(10, 100000);

}  // namespace
}  // namespace diurna
