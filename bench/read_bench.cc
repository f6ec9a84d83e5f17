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
#include "record/reader_impl.h"

namespace diurna {
namespace {

[[noreturn]] void Fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

Result<Reader> OpenReader() {
  ReaderOptions options;
  options.data_folder = DIURNA_DATA_DIR;
  return Reader::Open(options);
}

const Reader& TheReader() {
  static const Result<Reader> reader = OpenReader();
  if (!reader.ok()) Fail(reader.status().message());
  return *reader;
}

// A report and what each floor makes of it. Not movable: the view refers to the rest.
struct Trip {
  explicit Trip(std::string bytes_in, std::string name_in) : bytes(std::move(bytes_in)), name(std::move(name_in)) {
    Result<Document> parsed = ParseDocument(bytes, name, {});
    if (!parsed.ok()) Fail(parsed.status().message());
    document = std::move(parsed).value();
    const Reader::Impl& impl = TheReader().impl();
    Language::Workspace workspace;
    analysis = impl.Analyze(document, workspace);
    mentions = impl.FindMentions(document, analysis);
    propositions = impl.proposer->Propose(document, analysis, &mentions);
    report.emplace(document, analysis, mentions, propositions, *impl.actors, *impl.places, impl.gazetteer, impl.words);
    record.document = DescribeDocument(document);
    impl.FillRegisters(*report, &record);
  }

  std::string bytes, name;
  Document document;
  Analysis analysis;
  Mentions mentions;
  Propositions propositions;
  std::optional<Report> report;
  Record record;
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

const Reader::Impl& Impl() { return TheReader().impl(); }

void BM_Document(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return ParseDocument(trip.bytes, trip.name, {}); });
}
BENCHMARK(BM_Document);

void BM_Language(benchmark::State& state) {
  Language::Workspace workspace;
  Run(state, [&](const Trip& trip) { return Impl().Analyze(trip.document, workspace); });
}
BENCHMARK(BM_Language);

void BM_Times(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return Impl().times->Find(trip.document, trip.analysis); });
}
BENCHMARK(BM_Times);

void BM_Places(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return Impl().places->Find(trip.document, trip.analysis); });
}
BENCHMARK(BM_Places);

void BM_Numbers(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    return Impl().numbers->Find(trip.analysis, SpansOf(trip.mentions.times), trip.mentions.country);
  });
}
BENCHMARK(BM_Numbers);

// Actors alone cannot run without the three before them: take their times off.
void BM_Mentions(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return Impl().FindMentions(trip.document, trip.analysis); });
}
BENCHMARK(BM_Mentions);

void BM_Propositions(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    Mentions mentions = trip.mentions;
    return Impl().proposer->Propose(trip.document, trip.analysis, &mentions);
  });
}
BENCHMARK(BM_Propositions);

void BM_ReportView(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    const Report report(trip.document, trip.analysis, trip.mentions, trip.propositions, *Impl().actors, *Impl().places,
                        Impl().gazetteer, Impl().words);
    return report.body();
  });
}
BENCHMARK(BM_ReportView);

// Frames and the eight registers.
void BM_Registers(benchmark::State& state) {
  Run(state, [](const Trip& trip) {
    Record record;
    Impl().FillRegisters(*trip.report, &record);
    return record;
  });
}
BENCHMARK(BM_Registers);

// One register after the other; the later ones look at the rows of the earlier.
template <typename Finder>
void BM_Register(benchmark::State& state, const Finder Reader::Impl::*finder) {
  Run(state, [&](const Trip& trip) {
    Record record = trip.record;
    (Impl().*finder).Find(*trip.report, &record);
    return record;
  });
}
BENCHMARK_CAPTURE(BM_Register, events, &Reader::Impl::events);
BENCHMARK_CAPTURE(BM_Register, figures, &Reader::Impl::figures);
BENCHMARK_CAPTURE(BM_Register, measures, &Reader::Impl::measures);
BENCHMARK_CAPTURE(BM_Register, services, &Reader::Impl::services);
BENCHMARK_CAPTURE(BM_Register, prices, &Reader::Impl::prices);
BENCHMARK_CAPTURE(BM_Register, offices, &Reader::Impl::offices);
BENCHMARK_CAPTURE(BM_Register, statements, &Reader::Impl::statements);
BENCHMARK_CAPTURE(BM_Register, links, &Reader::Impl::links);

void BM_Describe(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return DescribeDocument(trip.document); });
}
BENCHMARK(BM_Describe);

void BM_RecordJson(benchmark::State& state) {
  Run(state, [](const Trip& trip) { return ToJson(trip.record, 0); });
}
BENCHMARK(BM_RecordJson);

void BM_Read(benchmark::State& state) {
  Reader::Workspace workspace;
  Run(state, [&](const Trip& trip) { return TheReader().Read(trip.document, workspace); });
}
BENCHMARK(BM_Read);

void BM_OpenReader(benchmark::State& state) {
  for (auto _ : state) {
    const Result<Reader> reader = OpenReader();
    if (!reader.ok()) state.SkipWithError(reader.status().message().c_str());
  }
}
BENCHMARK(BM_OpenReader)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace diurna
