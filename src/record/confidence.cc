#include "record/confidence.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace diurna {

namespace {

using Features = std::vector<std::string>;

// Evidence of fewer words is a scrap, of more a whole sentence.
constexpr ptrdiff_t kFewWords = 4;
constexpr ptrdiff_t kManyWords = 25;
// No row is surer than this: annotators themselves agree on no more.
constexpr double kMost = 0.97;

// "kind:killed", "bound:none".
template <Vocabulary E>
std::string With(std::string_view key, const std::optional<E>& value) {
  return std::string(key).append(":").append(value ? Name(*value) : "none");
}
template <Vocabulary E>
std::string With(std::string_view key, E value) {
  return With(key, std::optional(value));
}

void AddIf(bool holds, std::string_view name, Features* features) {
  if (holds) features->emplace_back(name);
}

Features Common(const Row& row) {
  Features features = {"always", With("modality", row.modality),
                       With("time", row.time ? std::optional(row.time->basis) : std::nullopt),
                       With("place", row.place ? std::optional(row.place->precision) : std::nullopt)};
  AddIf(!row.source.empty(), "source", &features);
  AddIf(!row.also.empty(), "told_again", &features);
  AddIf(row.also.size() > 2, "told_often", &features);
  const ptrdiff_t words = std::count(row.evidence.text.begin(), row.evidence.text.end(), ' ') + 1;
  AddIf(words < kFewWords, "few_words", &features);
  AddIf(words > kManyWords, "many_words", &features);
  return features;
}

Features FeaturesOf(const Event& event) {
  Features features = Common(event);
  features.push_back(With("type", event.type));
  AddIf(event.mode.has_value(), "mode", &features);
  AddIf(!event.actors.empty(), "actor", &features);
  AddIf(!event.recipients.empty(), "recipient", &features);
  return features;
}

Features FeaturesOf(const Figure& figure) {
  Features features = Common(figure);
  features.push_back(With("kind", figure.kind));
  features.push_back(With("bound", figure.bound));
  features.push_back(With("running", figure.running));
  AddIf(!figure.who.empty(), "who", &features);
  AddIf(!figure.unit.empty(), "unit", &features);
  return features;
}

Features FeaturesOf(const Measure& measure) {
  Features features = Common(measure);
  features.push_back(With("type", measure.type));
  features.push_back(With("status", measure.status));
  AddIf(measure.authority.has_value(), "authority", &features);
  AddIf(!measure.start.empty(), "start", &features);
  AddIf(!measure.end.empty(), "end", &features);
  return features;
}

Features FeaturesOf(const Service& service) {
  Features features = Common(service);
  features.push_back(With("system", service.system));
  features.push_back(With("state", service.state));
  AddIf(!service.start.empty(), "start", &features);
  AddIf(!service.cause.empty(), "cause", &features);
  return features;
}

Features FeaturesOf(const Price& price) {
  Features features = Common(price);
  AddIf(price.from.has_value(), "from", &features);
  AddIf(price.to.has_value(), "to", &features);
  AddIf(price.change_percent.has_value(), "change", &features);
  AddIf(!price.unit.empty(), "unit", &features);
  return features;
}

Features FeaturesOf(const Office& office) {
  Features features = Common(office);
  features.push_back(With("change", office.change));
  AddIf(!office.office.empty(), "office", &features);
  AddIf(!office.organization.empty(), "organization", &features);
  return features;
}

Features FeaturesOf(const Statement& statement) {
  Features features = Common(statement);
  features.push_back(With("act", statement.act));
  AddIf(statement.quoted, "quoted", &features);
  AddIf(statement.addressee.has_value(), "addressee", &features);
  AddIf(statement.speaker && !statement.speaker->role.empty(), "speaker_with_role", &features);
  return features;
}

Features FeaturesOf(const Link& link) {
  Features features = Common(link);
  features.push_back(With("relation", link.relation));
  AddIf(!link.from.empty(), "from", &features);
  AddIf(!link.to.empty(), "to", &features);
  return features;
}

}  // namespace

void VisitFeatures(Drafts* drafts, const FeatureVisitor& visit) {
  const auto rows = [&](Register name, auto* of_register) {
    for (auto& draft : *of_register) visit(name, FeaturesOf(draft.row), &draft.row);
  };
  rows(Register::kEvents, &drafts->events);
  rows(Register::kFigures, &drafts->figures);
  rows(Register::kMeasures, &drafts->measures);
  rows(Register::kServices, &drafts->services);
  rows(Register::kPrices, &drafts->prices);
  rows(Register::kOffices, &drafts->offices);
  rows(Register::kStatements, &drafts->statements);
  rows(Register::kLinks, &drafts->links);
}

ConfidenceModel::ConfidenceModel(const Lexicon& lexicon) {
  for (const LexiconEntry& entry : lexicon.Entries("confidence")) {
    const std::optional<Register> name = entry.Term<Register>("register");
    if (name) weights_[static_cast<size_t>(*name)][std::string(entry.Text("feature"))] = entry.Number("weight");
  }
}

void ConfidenceModel::Set(Drafts* drafts) const {
  VisitFeatures(drafts, [&](Register name, const Features& features, Row* row) {
    const Weights& weights = weights_[static_cast<size_t>(name)];
    if (weights.empty()) return;
    double sum = 0;
    for (const std::string& feature : features) {
      if (const auto weight = weights.find(feature); weight != weights.end()) sum += weight->second;
    }
    row->confidence = std::min(1 / (1 + std::exp(-sum)), kMost);
  });
}

}  // namespace diurna
