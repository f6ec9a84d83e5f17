// Noun phrases by dependency: what stands before the head and modifies it, and behind it only an "of" or the like that
// is part of the name. Clauses, appositions and conjuncts are other phrases.

#include "syntax/noun_phrase.h"

#include <algorithm>

#include "syntax/closed_class.h"

namespace diurna {

namespace {

bool ModifiesBefore(const Token& token) {
  switch (token.dep) {
    case Dep::kCompound:
    case Dep::kAmod:
    case Dep::kNmod:
    case Dep::kNummod:
    case Dep::kPoss:
    case Dep::kCase:
    case Dep::kQuantmod:
    case Dep::kDet:
    case Dep::kNpadvmod:
    case Dep::kPredet:
      return true;
    case Dep::kAdvmod:
      return token.pos != Pos::kSconj;
    default:
      return false;
  }
}

TokenRange Phrase(const Analysis& a, uint32_t head, bool with_prepositions, int depth) {
  TokenRange range{head, head + 1, head};
  for (const uint32_t child : a.children(head)) {
    if (child < head) {
      if (ModifiesBefore(a[child])) range.begin = std::min(range.begin, a[child].left_edge);
    } else if (with_prepositions && depth < 4 && a[child].dep == Dep::kPrep && child <= range.end + 2 &&
               closed_class::kInsideName.Has(a[child].lower)) {
      for (const uint32_t object : a.children(child)) {
        if (a[object].dep != Dep::kPobj) continue;
        range.end = std::max(range.end, Phrase(a, object, true, depth + 1).end);
      }
    }
  }
  // A name is never cut, unless the recogniser's span runs over the head's own sentence or a line.
  if (a[head].entity >= 0) {
    const Entity& entity = a.entities()[static_cast<size_t>(a[head].entity)];
    if (entity.type != EntityType::kDate && entity.type != EntityType::kTime &&
        a[entity.begin].sentence == a[head].sentence) {
      uint32_t begin = entity.begin, end = entity.end;
      for (uint32_t i = begin; i < end; ++i) {
        if (a[i].pos == Pos::kSpace && i < head) begin = i + 1;
        if (a[i].pos == Pos::kSpace && i > head) {
          end = i;
          break;
        }
      }
      range.begin = std::min(range.begin, begin);
      range.end = std::max(range.end, end);
    }
  }
  for (uint32_t i = head; i > range.begin; --i) {
    if (a[i - 1].pos == Pos::kSpace) {
      range.begin = i;
      break;
    }
  }
  while (range.begin < head) {
    const Token& token = a[range.begin];
    const bool plain = token.pos == Pos::kDet || token.pos == Pos::kPunct || token.pos == Pos::kCconj ||
                       token.pos == Pos::kSpace ||
                       (token.pos == Pos::kAdv && token.dep == Dep::kAdvmod && token.head == head);
    if (!plain) break;
    ++range.begin;
  }
  return range;
}

}  // namespace

TokenRange NounPhrase(const Analysis& analysis, uint32_t head, bool with_prepositions) {
  TokenRange range = Phrase(analysis, head, with_prepositions, 0);
  while (range.end > head + 1 && (analysis[range.end - 1].tag == "POS" || analysis[range.end - 1].pos == Pos::kPunct ||
                                  analysis[range.end - 1].pos == Pos::kSpace)) {
    // A bracket or a dot that belongs to the name stays.
    const std::string_view text = analysis[range.end - 1].text;
    if (text == ")" || text == ".") break;
    --range.end;
  }
  return range;
}

std::string TextOf(const Analysis& analysis, uint32_t begin, uint32_t end) {
  std::string out;
  if (begin >= end) return out;
  bool blank = false;
  for (const char c : analysis.SpanOf(begin, end - 1).In(analysis.text())) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string NounPhraseText(const Analysis& analysis, uint32_t head, bool with_prepositions) {
  const TokenRange range = NounPhrase(analysis, head, with_prepositions);
  return TextOf(analysis, range.begin, range.end);
}

}  // namespace diurna
