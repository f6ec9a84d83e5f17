#include "record/engine.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/data_folder.h"
#include "places/main_country.h"

namespace diurna {

namespace {

constexpr std::string_view kLanguageFile = "english.model";
constexpr std::string_view kGazetteerFile = "world.gazetteer";

}  // namespace

Engine::Finders::Finders(TimeFinder times_in, PlaceFinder places_in, NumberFinder numbers_in, ActorFinder actors_in,
                         PropositionExtractor extractor_in, const Lexicon& lexicon)
    : times(std::move(times_in)),
      places(std::move(places_in)),
      numbers(std::move(numbers_in)),
      actors(std::move(actors_in)),
      extractor(std::move(extractor_in)),
      words(lexicon),
      place_weights(lexicon),
      events(lexicon),
      figures(lexicon),
      measures(lexicon),
      services(lexicon),
      prices(lexicon),
      offices(lexicon),
      statements(lexicon),
      links(lexicon),
      confidence(lexicon) {}

Engine::Engine(std::unique_ptr<const Floors> floors, std::unique_ptr<const Finders> finders)
    : floors_(std::move(floors)), finders_(std::move(finders)) {}

Result<Engine> Engine::Open(const ReaderOptions& options) {
  Result<Language> language = OpenDataFile<Language>(options.data_folder, kLanguageFile);
  if (!language.ok()) return language.status();
  Result<Gazetteer> gazetteer = OpenDataFile<Gazetteer>(options.data_folder, kGazetteerFile);
  if (!gazetteer.ok()) return gazetteer.status();
  Result<Lexicon> lexicon = Lexicon::WithFolders(options.lexicon_folders);
  if (!lexicon.ok()) return lexicon.status();
  Result<DocumentParser> parser = DocumentParser::Make(*lexicon);
  if (!parser.ok()) return parser.status();
  auto floors = std::make_unique<const Floors>(
      Floors{*std::move(language), *std::move(gazetteer), *std::move(lexicon), *std::move(parser)});

  Result<TimeFinder> times = TimeFinder::Make(floors->lexicon);
  if (!times.ok()) return times.status();
  Result<PlaceFinder> places = PlaceFinder::Make(floors->lexicon, floors->gazetteer);
  if (!places.ok()) return places.status();
  Result<NumberFinder> numbers = NumberFinder::Make(floors->lexicon);
  if (!numbers.ok()) return numbers.status();
  Result<ActorFinder> actors = ActorFinder::Make(floors->lexicon, floors->gazetteer);
  if (!actors.ok()) return actors.status();
  Result<PropositionExtractor> extractor = PropositionExtractor::Make(floors->lexicon);
  if (!extractor.ok()) return extractor.status();
  auto finders =
      std::make_unique<const Finders>(std::move(times).value(), std::move(places).value(), std::move(numbers).value(),
                                      std::move(actors).value(), std::move(extractor).value(), floors->lexicon);
  return Engine(std::move(floors), std::move(finders));
}

Findings Engine::Find(const Document& source, Language::Workspace& workspace) const {
  auto normal = std::make_unique<const NormalDocument>(source);
  const Document& document = normal->document();
  Analysis analysis = Analyze(document, workspace);
  Mentions mentions = FindMentions(document, analysis);
  Propositions propositions = Propose(document, analysis, &mentions);
  Drafts drafts = FindRows(ReportView(ToolsOfView(), document, analysis, mentions, propositions));
  return {std::move(normal),       document,         std::move(analysis), std::move(mentions),
          std::move(propositions), std::move(drafts)};
}

Analysis Engine::Analyze(const Document& document, Language::Workspace& workspace) const {
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
  return floors_->language.Analyze(document.text, workspace, breaks);
}

Mentions Engine::FindMentions(const Document& document, const Analysis& analysis) const {
  Mentions mentions;
  mentions.times = finders_->times.Find(document, analysis);
  mentions.places = finders_->places.Find(document, analysis);
  mentions.country = MainCountry(document, mentions.places);
  mentions.numbers = finders_->numbers.Find(analysis, SpansOf(mentions.times), mentions.country);
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
  finders_->actors.Find(document, analysis, &mentions);
  return mentions;
}

Propositions Engine::Propose(const Document& document, const Analysis& analysis, Mentions* mentions) const {
  return finders_->extractor.Extract(document, analysis, mentions);
}

Drafts Engine::FindRows(const ReportView& view) const {
  Drafts drafts;
  finders_->events.Find(view, &drafts);
  finders_->figures.Find(view, &drafts);
  finders_->measures.Find(view, &drafts);
  finders_->services.Find(view, &drafts);
  finders_->prices.Find(view, &drafts);
  finders_->offices.Find(view, &drafts);
  finders_->statements.Find(view, &drafts);
  FoldRepeats(view, &drafts);
  finders_->links.Find(view, &drafts);
  finders_->confidence.Set(&drafts);
  return drafts;
}

}  // namespace diurna
