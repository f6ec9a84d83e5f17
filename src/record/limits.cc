#include "record/limits.h"

#include <fmt/format.h>

#include <limits>

namespace diurna {

namespace {

static_assert(kMostRowsOfSentence <= std::numeric_limits<uint8_t>::max(), "rows of a sentence are counted in a byte");

}  // namespace

bool LimitCount::Admit(Register of_row, uint32_t sentence) {
  std::vector<uint8_t>& rows = rows_of_[static_cast<size_t>(of_row)];
  if (rows.size() <= sentence) rows.resize(sentence + 1);
  if (rows[sentence] == kMostRowsOfSentence) {
    ++rows_;
    return false;
  }
  ++rows[sentence];
  return true;
}

std::vector<std::string> LimitCount::Warnings() const {
  std::vector<std::string> warnings;
  const auto warn = [&](size_t left_out, std::string_view what, size_t most, std::string_view of) {
    if (left_out == 0) return;
    warnings.push_back(fmt::format("{} {} left out: {} {} at most", left_out, what, of, most));
  };
  warn(rows_, rows_ == 1 ? "row was" : "rows were", kMostRowsOfSentence, "of one sentence each register takes");
  warn(places_, places_ == 1 ? "place of a fact was" : "places of facts were", kMostPlacesOfFact,
       "a fact has a row for each of its places, for");
  warn(tellings_, tellings_ == 1 ? "further telling was" : "further tellings were", kMostTellings,
       "a row's `also` lists");
  warn(parties_, parties_ == 1 ? "party of an event was" : "parties of events were", kMostParties,
       "an event names of each role");
  return warnings;
}

}  // namespace diurna
