// The invariants of a record. What is a field's own business is asked field by field, through the same visit that JSON
// goes by, so that a new field of a known type is checked without a word here; what two fields have to do with one
// another is asked row by row.

#include <fmt/format.h>

#include <cmath>
#include <set>
#include <type_traits>

#include "base/utf8.h"
#include "diurna/record.h"
#include "record/draft.h"
#include "record/fields.h"
#include "record/time_order.h"
#include "times/civil_day.h"

namespace diurna {

namespace {

bool IsNumber(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

// "2022", "2022-01", "2022-01-05", "2022-01-05T01:30" with seconds or not; years before the first have a sign.
bool IsTime(std::string_view text) {
  constexpr size_t kDay = 10;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() < 4 || !IsNumber(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text.size() < kDay) return text.size() == 7 && ParseCivilDay(fmt::format("{}-01", text)).has_value();
  if (!ParseCivilDay(text.substr(0, kDay))) return false;
  const std::string_view clock = text.substr(kDay);
  if (clock.empty()) return true;
  const auto below = [&](size_t at, int most) {
    const std::string_view digits = clock.substr(at, 2);
    return IsNumber(digits) && (digits[0] - '0') * 10 + (digits[1] - '0') <= most;
  };
  return clock[0] == 'T' && (clock.size() == 6 || clock.size() == 9) && clock[3] == ':' && below(1, 24) &&
         below(4, 59) && (clock.size() == 6 || (clock[6] == ':' && below(7, 60)));
}

class Checker;

// Visits the fields of one object.
class FieldChecker {
 public:
  FieldChecker(Checker* checker, std::string_view where) : checker_(*checker), where_(where) {}

  template <typename T>
  void Field(std::string_view name, T& value, FieldRule) {
    Look(name, value);
  }
  template <typename T>
  void Rounded(std::string_view name, T& value, double, FieldRule) {
    Look(name, value);
  }

 private:
  template <typename T>
  void Look(std::string_view name, const T& value);
  template <typename T>
  void Look(std::string_view name, const std::optional<T>& value) {
    if (value) Look(name, *value);
  }
  template <typename T>
  void Look(std::string_view name, const std::vector<T>& values) {
    for (const T& value : values) Look(name, value);
  }

  Checker& checker_;
  const std::string_view where_;
};

class Checker {
 public:
  Checker(const Record& record, std::string_view text) : record_(record), text_(text), code_points_(text) {}

  std::vector<std::string> Run() {
    VisitRegisters(record_, [&](const auto& rows) {
      for (const auto& row : rows) {
        if (row.id.empty()) Tell("a row", "has no id");
        if (!row.id.empty() && !ids_.insert(row.id).second) Tell(row.id, "has the id of another row");
      }
    });
    VisitRegisters(record_, [&](const auto& rows) {
      uint32_t last = 0;
      for (const auto& row : rows) {
        CheckRow(row);
        if (!text_.empty() && row.evidence.start < last)
          Tell(row.id, "stands before the row in front of it in the text");
        last = row.evidence.start;
      }
    });
    return std::move(problems_);
  }

  void Tell(std::string_view where, std::string_view what) { problems_.push_back(fmt::format("{} {}", where, what)); }

  void Look(std::string_view where, std::string_view name, double value) {
    if (!std::isfinite(value)) Tell(where, fmt::format("has a {} that is no number", name));
  }
  void Look(std::string_view where, std::string_view name, const Evidence& words) {
    LookAtSpan(where, name, words.text, words.start, words.end);
    if (!text_.empty() && !words.bytes.empty() &&
        (words.bytes.end > text_.size() || words.bytes.In(text_) != words.text)) {
      Tell(where, fmt::format("has bytes of {} that are other words of the text", name));
    }
  }
  void Look(std::string_view where, std::string_view name, const Party& party) {
    if (party.start.has_value() != party.end.has_value()) {
      Tell(where, fmt::format("has a {} with one end of a span", name));
    } else if (party.start) {
      LookAtSpan(where, name, party.text, *party.start, *party.end);
    }
  }
  void Look(std::string_view where, std::string_view name, const Place& place) {
    if (place.lat.has_value() != place.lon.has_value() || std::abs(place.lat.value_or(0)) > 90 ||
        std::abs(place.lon.value_or(0)) > 180) {
      Tell(where, fmt::format("has a {} that is not on the earth", name));
    }
  }
  void Look(std::string_view where, std::string_view, const Time& time) { LookAtTimes(where, time.start, time.end); }

 private:
  void LookAtSpan(std::string_view where, std::string_view name, std::string_view words, uint32_t start, uint32_t end) {
    if (start > end) return Tell(where, fmt::format("has a span of {} that ends before it begins", name));
    if (CodePointIndex(words).size() != end - start) {
      return Tell(where, fmt::format("has a span of {} that is not as long as its words", name));
    }
    if (text_.empty()) return;
    const Span span{code_points_.Byte(start), code_points_.Byte(end)};
    if (end > code_points_.size()) {
      Tell(where, fmt::format("has a span of {} that ends behind the text", name));
    } else if (span.In(text_) != words) {
      Tell(where, fmt::format("has a span of {} that has other words in the text", name));
    }
  }

  void LookAtTimes(std::string_view where, std::string_view start, std::string_view end) {
    for (const std::string_view time : {start, end}) {
      if (!time.empty() && !IsTime(time)) Tell(where, fmt::format("has \"{}\", which is no time", time));
    }
    if (EndsBefore(end, start)) Tell(where, fmt::format("ends before it begins ({} to {})", start, end));
  }

  template <typename RowType>
  void CheckRow(const RowType& row) {
    FieldChecker fields(this, row.id);
    VisitFields(fields, row);
    if (!(row.confidence >= 0 && row.confidence <= 1)) Tell(row.id, "has a confidence that is not from 0 to 1");
    CheckOwn(row);
  }

  void CheckOwn(const Row&) {}
  void CheckOwn(const Figure& figure) { CheckHigh(figure.id, figure.value, figure.high); }
  void CheckOwn(const Price& price) {
    CheckHigh(price.id, price.to, price.high);
    LookAtTimes(price.id, price.start, {});
  }
  void CheckOwn(const Measure& measure) { LookAtTimes(measure.id, measure.start, measure.end); }
  void CheckOwn(const Service& service) { LookAtTimes(service.id, service.start, service.end); }
  void CheckOwn(const Link& link) {
    for (const std::string& end : {link.from, link.to}) {
      if (!end.empty() && !ids_.contains(end)) Tell(link.id, fmt::format("links to {}, which is no row", end));
    }
    if (!link.from.empty() && link.from == link.to) Tell(link.id, "links a row to itself");
  }

  void CheckHigh(std::string_view where, std::optional<double> low, std::optional<double> high) {
    if (low && high && *high < *low) Tell(where, "has a range whose high end is below its low one");
  }

  const Record& record_;
  const std::string_view text_;
  const CodePointIndex code_points_;
  std::set<std::string_view> ids_;
  std::vector<std::string> problems_;
};

template <typename T>
void FieldChecker::Look(std::string_view name, const T& value) {
  if constexpr (std::is_same_v<T, Conversion>) {
    checker_.Look(where_, name, value.value);
  } else if constexpr (std::is_same_v<T, double> || (std::is_class_v<T> && !std::is_same_v<T, std::string>)) {
    checker_.Look(where_, name, value);
  }
}

}  // namespace

std::vector<std::string> Check(const Record& record, std::string_view text) { return Checker(record, text).Run(); }

}  // namespace diurna
