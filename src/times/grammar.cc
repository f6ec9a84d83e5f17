// Reading of the rules: every [[time_rule]] becomes a program; then it is found out with which words and classes each
// may start. Matching is in matcher.cc.

#include "times/grammar.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace diurna {

namespace {

// In the orders of TimeKind, TimeGuard and TimeGenre.
constexpr std::string_view kKindNames[] = {"date", "offset", "duration", "period", "set", "reference", "ignore"};
constexpr std::string_view kGuards[] = {
    "",      "year", "modifies_nothing", "rate", "adjective", "noun_phrase", "common_noun", "bare_plural", "alone",
    "month", "count"};
constexpr std::string_view kGenres[] = {"", "news", "narrative"};

// The member of an enumeration by its place in the list of names; the first where the list has no such name.
template <typename Enum, size_t N>
Enum Named(const std::string_view (&names)[N], std::string_view name) {
  const auto* const found = std::find(std::begin(names), std::end(names), name);
  return static_cast<Enum>(found == std::end(names) ? 0 : found - std::begin(names));
}

}  // namespace

class TimeGrammarReader {
 public:
  TimeGrammarReader(const Lexicon& lexicon, TimeWords words) : lexicon_(lexicon), grammar_(std::move(words)) {}

  Result<TimeGrammar> Read() {
    PatternCompiler::Parts parts;
    for (const LexiconEntry& entry : lexicon_.Entries("time_part")) parts[entry.Text("name")] = entry.Text("match");
    PatternCompiler compiler(parts, &grammar_.words_, &grammar_.code_);
    for (const LexiconEntry& entry : lexicon_.Entries("time_rule")) {
      if (Status status = ReadRule(entry, &compiler); !status.ok()) return status;
    }
    grammar_.rules_by_word_.resize(grammar_.words_.size());
    for (uint32_t r = 0; r < grammar_.rules_.size(); ++r) Index(r);
    return std::move(grammar_);
  }

 private:
  Status ReadRule(const LexiconEntry& entry, PatternCompiler* compiler) {
    TimeRule rule;
    rule.name = entry.Text("name");
    rule.kind = Named<TimeKind>(kKindNames, entry.Text("is"));
    rule.guard = Named<TimeGuard>(kGuards, entry.Text("guard"));
    rule.only = Named<TimeGenre>(kGenres, entry.Text("only"));
    for (const auto& [key, value] : entry.Map("fix")) {
      const std::optional<TimeSlot> slot = TimeSlotNamed(key);
      if (!slot) return Status::BadInput(entry.Problem("fix names no slot " + std::string(key)));
      const std::optional<double> number = grammar_.words_.ValueOf(*slot, value);
      if (!number) {
        return Status::BadInput(entry.Problem("fix: \"" + std::string(value) + "\" does not suit " + std::string(key)));
      }
      rule.fixed.push_back({*slot, 0, *number});
    }
    rule.after = Words(entry, "after");
    rule.not_after = Words(entry, "not_after");
    rule.before = Words(entry, "before");
    rule.not_before = Words(entry, "not_before");
    rule.program = static_cast<uint32_t>(grammar_.code_.size());
    const std::string problem = compiler->Compile(entry.Text("match"));
    if (!problem.empty()) return Status::BadInput(entry.Problem(problem));
    grammar_.rules_.push_back(std::move(rule));
    return Status();
  }

  std::vector<uint32_t> Words(const LexiconEntry& entry, std::string_view key) {
    std::vector<uint32_t> out;
    for (std::string_view word : entry.List(key)) out.push_back(grammar_.words_.Intern(word));
    std::sort(out.begin(), out.end());
    return out;
  }

  // Notes which words and classes a rule may start with: those that its program reaches before it takes an atom.
  void Index(uint32_t rule) {
    std::vector<uint32_t> open = {grammar_.rules_[rule].program};
    std::vector<uint32_t> seen;
    const auto add = [&](std::vector<uint32_t>* list) {
      if (list->empty() || list->back() != rule) list->push_back(rule);
    };
    while (!open.empty()) {
      const uint32_t pc = open.back();
      open.pop_back();
      if (std::find(seen.begin(), seen.end(), pc) != seen.end()) continue;
      seen.push_back(pc);
      const TimeInstruction& code = grammar_.code_[pc];
      switch (code.op) {
        case TimeOp::kWord:
          add(&grammar_.rules_by_word_[code.x]);
          break;
        case TimeOp::kClass:
          add(&grammar_.rules_by_class_[code.x]);
          break;
        case TimeOp::kFork:
          open.push_back(pc + 1);
          open.push_back(code.x);
          break;
        case TimeOp::kJump:
          open.push_back(code.x);
          break;
        case TimeOp::kOpen:
        case TimeOp::kClose:
          open.push_back(pc + 1);
          break;
        case TimeOp::kAccept:
          break;
      }
    }
  }

  const Lexicon& lexicon_;
  TimeGrammar grammar_;
};

Result<TimeGrammar> TimeGrammar::Make(const Lexicon& lexicon) {
  Result<TimeWords> words = TimeWords::Make(lexicon);
  if (!words.ok()) return words.status();
  return TimeGrammarReader(lexicon, std::move(*words)).Read();
}

}  // namespace diurna
