// A recursive descent over the items of a pattern. Parts are compiled in place, each time that they are named, so that
// a program needs no calls; an optional item or an alternative is a fork put before code that is already there.

#include "times/pattern.h"

#include <algorithm>

namespace diurna {

namespace {

constexpr int kDeepest = 12;             // parts within parts
constexpr uint32_t kMostCode = 200'000;  // instructions of all rules

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

std::string PatternCompiler::Compile(std::string_view pattern) {
  error_.clear();
  Pattern(pattern, 0);
  Emit(TimeOp::kAccept);
  return std::move(error_);
}

void PatternCompiler::Fail(std::string message) {
  if (error_.empty()) error_ = std::move(message);
}

uint32_t PatternCompiler::Emit(TimeOp op, uint32_t x) {
  code_.push_back({op, x});
  return Here() - 1;
}

// Puts a fork before the code from `at` on; its target is the end of the code.
void PatternCompiler::InsertFork(uint32_t at) {
  code_.insert(code_.begin() + at, {TimeOp::kFork, 0});
  for (uint32_t i = at + 1; i < Here(); ++i) {
    TimeInstruction& moved = code_[i];
    if ((moved.op == TimeOp::kFork || moved.op == TimeOp::kJump) && moved.x >= at) ++moved.x;
  }
}

void PatternCompiler::Pattern(std::string_view text, int depth) {
  const Items items = SplitAtBlanks(text);
  size_t at = 0;
  Alternatives(items, &at, depth);
  if (error_.empty() && at < items.size()) Fail("a ) without its ( in \"" + std::string(text) + "\"");
}

void PatternCompiler::Alternatives(const Items& items, size_t* at, int depth) {
  std::vector<uint32_t> jumps;
  while (error_.empty()) {
    const uint32_t start = Here();
    Sequence(items, at, depth);
    if (*at >= items.size() || items[*at] != "|") break;
    ++*at;
    InsertFork(start);
    jumps.push_back(Emit(TimeOp::kJump));
    code_[start].x = Here();
  }
  for (uint32_t jump : jumps) code_[jump].x = Here();
}

// Compiles items up to the end, `)` or `|`.
void PatternCompiler::Sequence(const Items& items, size_t* at, int depth) {
  while (*at < items.size() && error_.empty()) {
    const std::string_view item = items[*at];
    if (item == "|" || item == ")" || item == ")?") return;
    const uint32_t start = Here();
    if (!ItemOrGroup(items, at, depth)) continue;
    InsertFork(start);
    code_[start].x = Here();
  }
}

bool PatternCompiler::ItemOrGroup(const Items& items, size_t* at, int depth) {
  std::string_view item = items[*at];
  ++*at;
  if (item == "(") {
    Alternatives(items, at, depth);
    if (*at >= items.size()) {
      Fail("a ( without its )");
      return false;
    }
    return items[(*at)++] == ")?";
  }
  const bool optional = item.size() > 1 && item.back() == '?';
  if (optional) item.remove_suffix(1);
  Item(item, depth);
  return optional;
}

void PatternCompiler::Item(std::string_view item, int depth) {
  if (item == "{") {
    Emit(TimeOp::kOpen);
  } else if (item == "}") {
    Emit(TimeOp::kClose);
  } else if (const std::optional<uint8_t> word_class = words_.ClassNamed(item)) {
    Emit(TimeOp::kClass, *word_class);
  } else if (const auto part = parts_.find(item); part != parts_.end()) {
    if (depth > kDeepest) return Fail("the parts name one another in a circle, by way of " + std::string(item));
    Pattern(part->second, depth + 1);
  } else if (item.size() > 1 && item[0] == '\\') {
    Emit(TimeOp::kWord, words_.Intern(item.substr(1)));
  } else if (std::any_of(item.begin(), item.end(), IsCapital)) {
    Fail("nothing is called " + std::string(item));
  } else {
    Emit(TimeOp::kWord, words_.Intern(item));
  }
  if (code_.size() > kMostCode) Fail("the rules have grown too large; name fewer parts within parts");
}

}  // namespace diurna
