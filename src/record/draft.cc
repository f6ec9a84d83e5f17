#include "record/draft.h"

#include "record/time_order.h"

namespace diurna {

std::string_view Describe(PlaceOrigin origin) {
  switch (origin) {
    case PlaceOrigin::kNowhere:
      return "nowhere: the report names no place";
    case PlaceOrigin::kOwnSentence:
      return "its sentence";
    case PlaceOrigin::kEarlierSentence:
      return "an earlier sentence of the paragraph";
    case PlaceOrigin::kMainPlace:
      return "the report's main place";
    case PlaceOrigin::kCountry:
      return "the country that the report is about";
    case PlaceOrigin::kNation:
      return "the country: the sentence speaks of the nation";
    case PlaceOrigin::kNationalAuthority:
      return "the country: its authority is national";
    case PlaceOrigin::kEarlierRow:
      return "a row before, which this one continues";
  }
  return {};
}

std::string_view Describe(TimeOrigin origin) {
  switch (origin) {
    case TimeOrigin::kNowhere:
      return "nowhere: the report has no date";
    case TimeOrigin::kOwnSentence:
      return "its sentence";
    case TimeOrigin::kEarlierSentence:
      return "an earlier sentence";
    case TimeOrigin::kPublication:
      return "the date of publication";
  }
  return {};
}

void DropReversedEnds(Drafts* drafts) {
  const auto drop = [](auto* rows) {
    for (auto& draft : *rows) {
      auto& row = draft.row;
      if (!EndsBefore(row.end, row.start)) continue;
      const bool agrees = row.time && !row.time->start.empty() && !EndsBefore(row.end, row.time->start);
      (agrees ? row.start : row.end).clear();
    }
  };
  drop(&drafts->measures);
  drop(&drafts->services);
}

}  // namespace diurna
