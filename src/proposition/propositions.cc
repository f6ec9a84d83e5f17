#include "proposition/propositions.h"

#include <algorithm>
#include <array>

#include "proposition/cues.h"
#include "proposition/extraction.h"

namespace diurna {

namespace {

constexpr std::array<std::string_view, 4> kFormNames = {"active", "passive", "nominal", "adjective"};

void AddRoles(Propositions* out) {
  const auto add = [out](RoleOf role) {
    out->roles.push_back(role);
    for (int steps = 0; out->counts[role.token] && steps < 3; ++steps) {
      role.token = *out->counts[role.token];
      out->roles.push_back(role);
    }
  };
  for (uint32_t k = 0; k < out->items.size(); ++k) {
    const Proposition& p = out->items[k];
    for (const uint32_t token : p.agents) add({token, k, RoleOf::kAgent, 0});
    for (const uint32_t token : p.themes) add({token, k, RoleOf::kTheme, 0});
    for (const uint32_t token : p.recipients) add({token, k, RoleOf::kRecipient, 0});
    for (uint32_t o = 0; o < p.obliques.size(); ++o) {
      add({p.obliques[o].token, k, RoleOf::kOblique, o});
    }
    if (p.content) add({*p.content, k, RoleOf::kContent, 0});
  }
  std::stable_sort(out->roles.begin(), out->roles.end(),
                   [](const RoleOf& a, const RoleOf& b) { return a.token < b.token; });
}

}  // namespace

std::string_view Name(Form form) { return kFormNames[static_cast<size_t>(form)]; }

std::string_view Marker(const Oblique& oblique) {
  switch (oblique.role) {
    case ObliqueRole::kPreposition:
      return oblique.preposition;
    case ObliqueRole::kModifier:
      return "mod";
    case ObliqueRole::kSecondObject:
      return "obj2";
    case ObliqueRole::kPredicative:
      return "as";
  }
  return {};
}

std::span<const RoleOf> Propositions::RolesOf(uint32_t token) const {
  const auto begin = std::partition_point(roles.begin(), roles.end(), [&](const RoleOf& r) { return r.token < token; });
  const auto end = std::partition_point(begin, roles.end(), [&](const RoleOf& r) { return r.token == token; });
  return {begin, end};
}

struct PropositionExtractor::Impl {
  explicit Impl(Cues the_cues) : cues(std::move(the_cues)) {}
  Cues cues;
};

PropositionExtractor::PropositionExtractor() = default;
PropositionExtractor::PropositionExtractor(PropositionExtractor&&) noexcept = default;
PropositionExtractor& PropositionExtractor::operator=(PropositionExtractor&&) noexcept = default;
PropositionExtractor::~PropositionExtractor() = default;

Result<PropositionExtractor> PropositionExtractor::Make(const Lexicon& lexicon) {
  Result<Cues> cues = Cues::Make(lexicon);
  if (!cues.ok()) return cues.status();
  PropositionExtractor extractor;
  extractor.impl_ = std::make_unique<Impl>(std::move(*cues));
  return extractor;
}

Propositions PropositionExtractor::Extract(const Document& document, const Analysis& analysis,
                                           Mentions* mentions) const {
  Extraction extraction(impl_->cues, document, analysis, mentions);
  FindPropositions(&extraction);
  FillNominals(&extraction);
  LinkContents(&extraction);
  SetNegation(&extraction);
  SetModality(&extraction);
  SetNominalModality(&extraction);
  extraction.out.quotations = FindQuotations(document);
  Attribute(&extraction);
  AddRoles(&extraction.out);
  return std::move(extraction.out);
}

}  // namespace diurna
