#include "places/home.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace diurna {

namespace {

constexpr size_t kMostWords = 3;   // of a town's name in a publisher's
constexpr size_t kMostTowns = 16;  // senses of a name that are looked at

// The place that a short phrase names, read without context.
void FindDatelinePlace(std::string_view phrase, const PlaceNames& names, PlaceHome* home) {
  if (phrase.empty()) return;
  std::string folded;
  names.table().Fold(phrase, &folded);
  std::vector<PlaceSense> senses;
  names.Senses(folded, 1, &senses);
  if (!senses.empty()) home->places.push_back(senses.front().place);
}

// Views of the words of a name, parted by blanks and hyphens.
std::vector<std::string_view> WordsOf(std::string_view name) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find_first_of(" -", at), name.size());
    if (end > at) words.push_back(name.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<PlaceRef> TownsCalled(std::string_view name, const PlaceNames& names) {
  std::string folded;
  names.table().Fold(name, &folded);
  std::vector<PlaceSense> senses;
  names.Senses(folded, kMostTowns, &senses);
  std::vector<PlaceRef> towns;
  for (const PlaceSense& sense : senses) {
    const bool town = names[sense.place].Kind() == PlaceKind::kCity;
    if (town && !sense.alternate && !sense.guessed) towns.push_back(sense.place);
  }
  return towns;
}

// The towns that a publisher's name may speak of: "The Paris News" is at home in any Paris. The longest run of words
// that names a town counts, the first of several.
std::vector<PlaceRef> TownsOfPublisher(std::string_view publisher, const PlaceNames& names) {
  const std::vector<std::string_view> words = WordsOf(publisher);
  for (size_t length = std::min(kMostWords, words.size()); length > 0; --length) {
    for (size_t i = 0; i + length <= words.size(); ++i) {
      const std::string_view last = words[i + length - 1];
      const auto begin = static_cast<size_t>(words[i].data() - publisher.data());
      const auto end = static_cast<size_t>(last.data() - publisher.data()) + last.size();
      const std::string_view run = publisher.substr(begin, end - begin);
      constexpr uint32_t kNoTown = kWordOrgHead | kWordNotAlone | kWordNever | kWordDirection;
      if (length == 1 && (names.Words(ToAsciiLower(run)) & kNoTown) != 0) continue;
      if (std::vector<PlaceRef> towns = TownsCalled(run, names); !towns.empty()) return towns;
    }
  }
  return {};
}

}  // namespace

PlaceHome FindHome(const Document& document, const PlaceNames& names) {
  PlaceHome home;
  FindDatelinePlace(document.dateline_place, names, &home);
  home.near = TownsOfPublisher(document.publisher, names);
  return home;
}

}  // namespace diurna
