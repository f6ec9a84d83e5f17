// The whole trip from a document to its record; each step is a floor of its own.

#include "diurna/reader.h"

#include <fmt/format.h>

#include "base/data_folder.h"
#include "base/sha256.h"
#include "places/main_country.h"
#include "record/reader_impl.h"

namespace diurna {

namespace {

constexpr std::string_view kLanguageFile = "english.model";
constexpr std::string_view kGazetteerFile = "world.gazetteer";

}  // namespace

struct Reader::Workspace::Impl {
  Language::Workspace language;
};

Reader::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Reader::Workspace::~Workspace() = default;
Reader::Workspace::Workspace(Workspace&&) noexcept = default;
Reader::Workspace& Reader::Workspace::operator=(Workspace&&) noexcept = default;

Reader::Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Reader::Impl::Impl(Language language_in, Gazetteer gazetteer_in, Lexicon lexicon_in)
    : language(std::move(language_in)),
      gazetteer(std::move(gazetteer_in)),
      lexicon(std::move(lexicon_in)),
      words(lexicon),
      events(lexicon),
      figures(lexicon),
      measures(lexicon),
      services(lexicon),
      prices(lexicon),
      offices(lexicon),
      statements(lexicon),
      links(lexicon),
      confidence(lexicon) {}

Status Reader::Impl::MakeFinders() {
  const auto keep = [](auto made, auto* into) {
    if (!made.ok()) return made.status();
    into->emplace(std::move(made).value());
    return Status();
  };
  for (const Status& status :
       {keep(TimeFinder::Make(lexicon), &times), keep(PlaceFinder::Make(lexicon, gazetteer), &places),
        keep(NumberFinder::Make(lexicon), &numbers), keep(ActorFinder::Make(lexicon, gazetteer), &actors),
        keep(Proposer::Make(lexicon), &proposer)}) {
    if (!status.ok()) return status;
  }
  return {};
}

Result<Reader> Reader::Open(const ReaderOptions& options) {
  Result<Language> language = OpenDataFile<Language>(options.data_folder, kLanguageFile);
  if (!language.ok()) return language.status();
  Result<Gazetteer> gazetteer = OpenDataFile<Gazetteer>(options.data_folder, kGazetteerFile);
  if (!gazetteer.ok()) return gazetteer.status();
  Result<Lexicon> lexicon = Lexicon::WithFolders(options.lexicon_folders);
  if (!lexicon.ok()) return lexicon.status();
  Reader reader;
  reader.impl_ =
      std::make_unique<Impl>(std::move(language).value(), std::move(gazetteer).value(), std::move(lexicon).value());
  if (Status status = reader.impl_->MakeFinders(); !status.ok()) return status;
  return reader;
}

Analysis Reader::Impl::Analyze(const Document& document, Language::Workspace& workspace) const {
  // A line of a report starts a sentence, whatever the parser thinks of a title without a full stop; so does what
  // stands behind a dateline.
  std::vector<uint32_t> breaks;
  breaks.reserve(document.paragraphs.size() + 1);
  const Span dateline = document.dateline_span;
  for (const Span paragraph : document.paragraphs) {
    breaks.push_back(paragraph.begin);
    if (!dateline.empty() && paragraph.Contains(dateline) && dateline.end < paragraph.end) {
      breaks.push_back(dateline.end);
    }
  }
  return language.Analyze(document.text, workspace, breaks);
}

Mentions Reader::Impl::FindMentions(const Document& document, const Analysis& analysis) const {
  Mentions mentions;
  mentions.times = times->Find(document, analysis);
  mentions.places = places->Find(document, analysis);
  mentions.country = MainCountry(document, mentions.places);
  mentions.numbers = numbers->Find(analysis, SpansOf(mentions.times), mentions.country);
  mentions.time_of.assign(analysis.size(), -1);
  mentions.place_of.assign(analysis.size(), -1);
  mentions.number_of.assign(analysis.size(), -1);
  mentions.actor_of.assign(analysis.size(), -1);
  mentions.antecedent.assign(analysis.size(), -1);
  const auto mark = [&](const auto& items, std::vector<int32_t>* of) {
    for (size_t i = 0; i < items.size(); ++i) {
      for (uint32_t t = items[i].tokens.begin; t < items[i].tokens.end && t < of->size(); ++t) {
        (*of)[t] = static_cast<int32_t>(i);
      }
    }
  };
  mark(mentions.times, &mentions.time_of);
  mark(mentions.places, &mentions.place_of);
  mark(mentions.numbers, &mentions.number_of);
  actors->Find(document, analysis, &mentions);
  return mentions;
}

Record::DocumentInfo DescribeDocument(const Document& document) {
  Record::DocumentInfo info;
  info.id = document.id;
  info.title = document.title;
  info.publisher = document.publisher;
  info.author = document.author;
  info.url = document.url;
  info.dateline_place = document.dateline_place;
  info.published = document.published;
  info.updated = document.updated;
  info.language = document.language;
  info.text_sha256 = Sha256(document.text);
  info.engine = fmt::format("{} {}", kEngineName, kEngineVersion);
  info.warnings = document.warnings;
  return info;
}

Result<Record> Reader::Read(const Document& document, Workspace& workspace) const {
  Record record;
  record.document = DescribeDocument(document);
  const Analysis analysis = impl_->Analyze(document, workspace.impl_->language);
  Mentions mentions = impl_->FindMentions(document, analysis);
  const Propositions propositions = impl_->proposer->Propose(document, analysis, &mentions);
  const Report report(document, analysis, mentions, propositions, *impl_->actors, *impl_->places, impl_->gazetteer,
                      impl_->words);
  impl_->FillRegisters(report, &record);
  return record;
}

Result<Record> Reader::Read(const Document& document) const {
  Workspace workspace;
  return Read(document, workspace);
}

void Reader::Impl::FillRegisters(const Report& report, Record* record) const {
  events.Find(report, record);
  figures.Find(report, record);
  measures.Find(report, record);
  services.Find(report, record);
  prices.Find(report, record);
  offices.Find(report, record);
  statements.Find(report, record);
  FoldRepeats(report, record);
  links.Find(report, record);
  confidence.Set(record);
}

}  // namespace diurna
