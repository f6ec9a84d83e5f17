#include "places/main_country.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace diurna {

namespace {

// What a mention counts for, by where it stands.
constexpr int kDatelineVote = 4;
constexpr int kHeadlineVote = 3;
constexpr int kBodyVote = 1;

int VoteOf(const Document& document, const PlaceMention& mention) {
  if (document.dateline_span.Overlaps(mention.span)) return kDatelineVote;
  return mention.span.begin < document.body_begin ? kHeadlineVote : kBodyVote;
}

}  // namespace

std::string MainCountry(const Document& document, const std::vector<PlaceMention>& places) {
  std::vector<std::pair<std::string_view, int>> votes;  // in the order of their first mentions
  for (const PlaceMention& mention : places) {
    const std::string_view country = mention.place.country;
    if (country.empty()) continue;
    const auto known =
        std::find_if(votes.begin(), votes.end(), [&](const auto& vote) { return vote.first == country; });
    (known == votes.end() ? votes.emplace_back(country, 0) : *known).second += VoteOf(document, mention);
  }
  const auto most =
      std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? std::string() : std::string(most->first);
}

}  // namespace diurna
