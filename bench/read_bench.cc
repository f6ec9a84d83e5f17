// The whole trip pass by pass, over the reports (*.txt) of the folder that $DIURNA_BENCH_TEXTS names, or the examples.
// Each pass takes what the passes before it made of all reports; items are words, so that the passes' times add up.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "diurna/reader.h"
#include "diurna/record.h"
#include "record/engine.h"

namespace diurna {
namespace {

[[noreturn]] void Fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

ReaderOptions Options() {
  ReaderOptions options;
  options.data_folder = DIURNA_DATA_DIR;
  return options;
}

const Engine& TheEngine() {
  static const Result<Engine> engine = Engine::Open(Options());
  if (!engine.ok()) Fail(engine.status().message());
  return *engine;
}

// A report and what each floor makes of it. Not movable: the view refers to the rest.
struct Trip {
  explicit Trip(std::string bytes_in, std::string name_in) : bytes(std::move(bytes_in)), name(std::move(name_in)) {
    Result<Document> parsed = TheEngine().parser().Parse(bytes, name, {});
    if (!parsed.ok()) Fail(parsed.status().message());
    document = std::move(parsed).value();
    Language::Workspace workspace;
    findings.emplace(TheEngine().Find(document, workspace));
    view.emplace(TheEngine().ToolsOfView(), document, findings->analysis, findings->mentions, findings->propositions);
  }

  std::string bytes, name;
  Document document;
  std::optional<Findings> findings;
  std::optional<ReportView> view;
};

std::deque<Trip> MakeTrips() {
  const char* const named = std::getenv("DIURNA_BENCH_TEXTS");
  std::deque<Trip> trips;
  for (const auto& entry :
       std::filesystem::directory_iterator(named != nullptr ? named : DIURNA_SOURCE_DIR "/examples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    trips.emplace_back(bytes.str(), entry.path().string());
  }
  if (trips.empty()) Fail("no reports to read");
  return trips;
}

const std::deque<Trip>& Trips() {
  static const std::deque<Trip> trips = MakeTrips();
  return trips;
}

int64_t Words() {
  int64_t words = 0;
  for (const Trip& trip : Trips()) {
    std::istringstream text(trip.bytes);
    for (std::string word; text >> word;) ++words;
  }
  return words;
}

// Runs a pass over every report; what it returns is made and thrown away within the time, as in a real run.
template <typename Pass>
void Run(benchmark::State& state, Pass pass) {
  const std::deque<Trip>& trips = Trips();
  for (auto _ : state) {
    for (const Trip& trip : trips) {
      auto made = pass(trip);
      benchmark::DoNotOptimize(made);
    }
  }
  const int64_t words = Words();
  state.SetItemsProcessed(state.iterations() * words);
  state.counters["a_word"] = benchmark::Counter(static_cast<double>(words * state.iterations()),
                                                benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void BM_Document(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return TheEngine().parser().Parse(trip.bytes, trip.name, {}); });
}
BENCHMARK(BM_Document);

void BM_Language(benchmark::State& state) {
  Language::Workspace workspace;
  Run(state, [&](const Trip& trip) { return TheEngine().Analyze(trip.document, workspace); });
}
BENCHMARK(BM_Language);

void BM_Times(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return TheEngine().finders().times.Find(trip.document, trip.findings->analysis); });
}
BENCHMARK(BM_Times);

void BM_Places(benchmark::State& state) {
  Run(state,
      [](const Trip& trip) { return TheEngine().finders().places.Find(trip.document, trip.findings->analysis); });
}
BENCHMARK(BM_Places);

void BM_Numbers(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    return TheEngine().finders().numbers.Find(trip.findings->analysis, SpansOf(trip.findings->mentions.times),
                                              trip.findings->mentions.country);
  });
}
BENCHMARK(BM_Numbers);

// Actors alone cannot run without the three before them: take their times off.
void BM_Mentions(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return TheEngine().FindMentions(trip.document, trip.findings->analysis); });
}
BENCHMARK(BM_Mentions);

void BM_Propositions(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    Mentions mentions = trip.findings->mentions;
    return TheEngine().Propose(trip.document, trip.findings->analysis, &mentions);
  });
}
BENCHMARK(BM_Propositions);

void BM_ReportView(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    const ReportView view(TheEngine().ToolsOfView(), trip.document, trip.findings->analysis, trip.findings->mentions,
                          trip.findings->propositions);
    return view.sentences.body();
  });
}
BENCHMARK(BM_ReportView);

// Frames and the eight registers.
void BM_Registers(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return TheEngine().FindRows(*trip.view); });
}
BENCHMARK(BM_Registers);

// One register after the other; the later ones look at the rows of the earlier.
template <typename Finder>
void BM_Register(benchmark::State& state, const Finder Engine::Finders::*finder) {
  Run(state, [&](const Trip& trip) {
    Drafts drafts = trip.findings->drafts;
    (TheEngine().finders().*finder).Find(*trip.view, &drafts);
    return drafts;
  });
}
BENCHMARK_CAPTURE(BM_Register, events, &Engine::Finders::events);
BENCHMARK_CAPTURE(BM_Register, figures, &Engine::Finders::figures);
BENCHMARK_CAPTURE(BM_Register, measures, &Engine::Finders::measures);
BENCHMARK_CAPTURE(BM_Register, services, &Engine::Finders::services);
BENCHMARK_CAPTURE(BM_Register, prices, &Engine::Finders::prices);
BENCHMARK_CAPTURE(BM_Register, offices, &Engine::Finders::offices);
BENCHMARK_CAPTURE(BM_Register, statements, &Engine::Finders::statements);
BENCHMARK_CAPTURE(BM_Register, links, &Engine::Finders::links);

void BM_Assemble(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return Assemble(*trip.findings); });
}
BENCHMARK(BM_Assemble);

void BM_RecordJson(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return ToJson(Assemble(*trip.findings), 0); });
}
BENCHMARK(BM_RecordJson);

void BM_Read(benchmark::State& state) {
  Language::Workspace workspace;
  Run(state, [&](const Trip& trip) { return Assemble(TheEngine().Find(trip.document, workspace)); });
}
BENCHMARK(BM_Read);

void BM_OpenEngine(benchmark::State& state) {
  for (auto _ : state) {
    const Result<Engine> engine = Engine::Open(Options());
    if (!engine.ok()) state.SkipWithError(engine.status().message().c_str());
  }
}
BENCHMARK(BM_OpenEngine)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace diurna
