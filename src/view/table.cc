// Text columns: each row's time, place, phrase and source are wrapped side by side, its evidence beneath the phrase.
// The outer columns are as wide as their contents ask for, up to a share of the line; where that leaves too little for
// the phrase, the columns are stacked instead. Widths follow Unicode's East Asian Width; joined emoji count for their
// parts.

#include "view/table.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/terminal.h"
#include "base/utf8.h"
#include "view/phrases.h"

namespace diurna {
namespace {

constexpr size_t kGap = 2;
constexpr std::string_view kSourceHeading = "who says so";

size_t WidthOf(char32_t point) {
  return static_cast<size_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(point))));
}

size_t WidthOf(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += WidthOf(DecodeUtf8(text, &at));
  return width;
}

// The lines of `text` that fit `width` columns, broken at blanks, and inside words that are longer.
std::vector<std::string> Wrap(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  size_t used = 0;
  const auto finish = [&] {
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const size_t blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    if (used > 0 && used + 1 + WidthOf(word) > width) finish();
    if (used > 0) {
      line.push_back(' ');
      ++used;
    }
    while (!word.empty()) {
      size_t next = 0;
      const char32_t point = DecodeUtf8(word, &next);
      if (used + WidthOf(point) > width && used > 0) finish();
      line += word.substr(0, next);
      used += WidthOf(point);
      word.remove_prefix(next);
    }
  }
  if (used > 0 || lines.empty()) finish();
  return lines;
}

struct TableRow {
  std::string id, time, place, what, source, evidence;
};

struct Section {
  std::string_view heading;
  std::vector<TableRow> rows;
};

// What a phrase does not say: modality, doubt, flags.
std::string Marks(const Row& row, bool state_told) {
  std::vector<std::string> marks;
  const bool told = state_told && (row.modality == Modality::kOngoing || row.modality == Modality::kPlanned);
  if (row.modality != Modality::kHappened && !told) marks.emplace_back(Name(row.modality));
  if (row.background) marks.push_back("background");
  constexpr double kUnsure = 0.4;
  if (row.confidence < kUnsure) marks.push_back("unsure");
  marks.insert(marks.end(), row.flags.begin(), row.flags.end());
  if (marks.empty()) return "";
  std::string joined = fmt::format(" [{}]", fmt::join(marks, ", "));
  std::replace(joined.begin(), joined.end(), '_', ' ');
  return joined;
}

std::string PlaceOf(const Row& row) {
  if (!row.place) return "";
  return row.place->name.empty() ? row.place->text : row.place->name;
}

template <typename T, typename Say>
Section MakeSection(std::string_view heading, const std::vector<T>& rows, std::string_view year, bool state_told,
                    const Say& say) {
  Section section{heading, {}};
  for (const T& row : rows) {
    section.rows.push_back({OneLine(row.id), row.time ? OneLine(PhraseTime(*row.time, year)) : "",
                            OneLine(PlaceOf(row)), OneLine(say(row) + Marks(row, state_told)),
                            OneLine(PhraseSource(row.source)), OneLine(row.evidence.text)});
  }
  return section;
}

class Table {
 public:
  Table(const Record& record, const TableOptions& options)
      : record_(record), width_(std::max(options.width, 20U)), colour_(options.colour) {
    const std::string_view year = std::string_view(record.document.published).substr(0, 4);
    const auto say = [year](const auto& row) { return Phrase(row, year); };
    const std::vector<RowLabel> labels = LabelRows(record);
    sections_ = {
        MakeSection("EVENTS", record.events, year, false, say),
        MakeSection("FIGURES", record.figures, year, false, say),
        MakeSection("MEASURES", record.measures, year, true, say),
        MakeSection("SERVICES", record.services, year, true, say),
        MakeSection("PRICES", record.prices, year, false, say),
        MakeSection("OFFICES", record.offices, year, false, say),
        MakeSection("STATEMENTS", record.statements, year, false, say),
        MakeSection("LINKS", record.links, year, false, [&labels](const Link& link) { return Phrase(link, labels); })};
  }

  std::string Write() {
    Measure();
    WriteHead();
    std::vector<std::string_view> empty;
    for (const Section& section : sections_) {
      if (section.rows.empty()) {
        empty.push_back(section.heading);
        continue;
      }
      Line("");
      Styled("1", fmt::format("{} {}", section.heading, section.rows.size()));
      for (const TableRow& row : section.rows) WriteRow(row);
    }
    if (!empty.empty()) {
      std::string names = fmt::format("Nothing found under {}.", fmt::join(empty, ", "));
      for (size_t at = sizeof "Nothing found under"; at < names.size(); ++at) {
        if (names[at] >= 'A' && names[at] <= 'Z') names[at] = static_cast<char>(names[at] - 'A' + 'a');
      }
      Line("");
      for (const std::string& line : Wrap(names, width_)) Styled("2", line);
    }
    if (!record_.document.warnings.empty()) Line("");
    for (const std::string& warning : record_.document.warnings) {
      for (const std::string& line : Wrap("! " + OneLine(warning), width_)) Styled("33", line);
    }
    return std::move(out_);
  }

 private:
  // The widths of the columns: what they hold, up to a share of the line.
  void Measure() {
    for (const Section& section : sections_) {
      for (const TableRow& row : section.rows) {
        id_ = std::max(id_, WidthOf(row.id));
        time_ = std::max(time_, WidthOf(row.time));
        place_ = std::max(place_, WidthOf(row.place));
        source_ = std::max(source_, WidthOf(row.source));
      }
    }
    time_ = std::min(time_, std::max<size_t>(width_ / 7, 11));
    place_ = std::min(place_, std::max<size_t>(width_ / 6, 11));
    source_ = std::min(source_, std::max<size_t>(width_ / 5, 14));
    if (source_ > 0) source_ = std::max(source_, kSourceHeading.size());
    what_at_ = kGap + id_ + kGap + (time_ > 0 ? time_ + kGap : 0) + (place_ > 0 ? place_ + kGap : 0);
    const size_t taken = what_at_ + (source_ > 0 ? source_ + kGap : 0);
    constexpr size_t kLeast = 30;
    stacked_ = taken + kLeast > width_;
    if (stacked_) {
      what_at_ = std::min(kGap + id_ + kGap, width_ / 4);
      what_ = width_ - what_at_;
    } else {
      what_ = width_ - taken;
    }
  }

  void WriteHead() {
    const Record::DocumentInfo& document = record_.document;
    const std::string title = OneLine(document.title.empty() ? document.id : document.title);
    for (const std::string& line : Wrap(title.empty() ? "(no title)" : title, width_)) Styled("1", line);
    std::vector<std::string> facts;
    for (const std::string& fact :
         {document.publisher, document.author, PhraseDate(document.published, ""), document.dateline_place}) {
      if (!fact.empty()) facts.push_back(OneLine(fact));
    }
    const std::string all = fmt::format("{}", fmt::join(facts, " \u00B7 "));
    if (!facts.empty()) {
      for (const std::string& line : Wrap(all, width_)) Line(line);
    }
    const bool any = std::any_of(sections_.begin(), sections_.end(), [](const Section& s) { return !s.rows.empty(); });
    if (!any || stacked_) return;
    Line("");
    WriteColumns({"", "time", "place", "what", std::string(kSourceHeading)}, "2");
  }

  void WriteRow(const TableRow& row) {
    if (stacked_) {
      std::vector<std::string> facts;
      for (const std::string& fact : {row.time, row.place, row.source}) {
        if (!fact.empty()) facts.push_back(fact);
      }
      const std::string head = facts.empty() ? row.what : fmt::format("{}", fmt::join(facts, " \u00B7 "));
      bool first = true;
      for (const std::string& line : Wrap(head, what_)) {
        Line(std::exchange(first, false) ? Padded("  " + row.id, what_at_) + line : std::string(what_at_, ' ') + line);
      }
      if (!facts.empty()) {
        for (const std::string& line : Wrap(row.what, what_)) Line(std::string(what_at_, ' ') + line);
      }
    } else {
      WriteColumns({row.id, row.time, row.place, row.what, row.source}, "");
    }
    if (row.evidence.empty()) return;
    const bool marked = row.evidence.starts_with('"') || row.evidence.starts_with("\u201C");
    const std::string evidence = marked ? row.evidence : fmt::format("\u201C{}\u201D", row.evidence);
    for (const std::string& line : Wrap(evidence, width_ - what_at_)) {
      Styled("2", line, what_at_);
    }
  }

  void WriteColumns(const std::array<std::string, 5>& cells, const char* style) {
    const std::array<size_t, 5> widths = {id_, time_, place_, what_, source_};
    std::array<std::vector<std::string>, 5> wrapped;
    size_t lines = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (widths[i] == 0) continue;
      wrapped[i] = Wrap(cells[i], widths[i]);
      lines = std::max(lines, wrapped[i].size());
    }
    for (size_t n = 0; n < lines; ++n) {
      std::string line(kGap, ' ');
      for (size_t i = 0; i < cells.size(); ++i) {
        if (widths[i] == 0) continue;
        line += Padded(n < wrapped[i].size() ? wrapped[i][n] : "", widths[i] + kGap);
      }
      while (line.ends_with(' ')) line.pop_back();
      Styled(style, line);
    }
  }

  static std::string Padded(std::string text, size_t width) {
    const size_t used = WidthOf(text);
    text.append(width > used ? width - used : 0, ' ');
    return text;
  }

  void Line(std::string_view text) {
    out_ += text;
    out_.push_back('\n');
  }

  // `style` is the number of an ANSI rendition, or empty.
  void Styled(std::string_view style, std::string_view text, size_t indent = 0) {
    out_.append(indent, ' ');
    if (colour_ && !style.empty() && !text.empty()) {
      Line(fmt::format("\x1b[{}m{}\x1b[0m", style, text));
    } else {
      Line(text);
    }
  }

  const Record& record_;
  const size_t width_;
  const bool colour_;
  std::vector<Section> sections_;
  size_t id_ = 0, time_ = 0, place_ = 0, what_ = 0, source_ = 0;
  size_t what_at_ = 0;  // column where phrase and evidence begin
  bool stacked_ = false;
  std::string out_;
};

}  // namespace

std::string ToTable(const Record& record, const TableOptions& options) { return Table(record, options).Write(); }

}  // namespace diurna
