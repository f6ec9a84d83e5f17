// A word whose morphology says that it is a base form is its own lemma, in lower case; so is every word of a part of
// speech without tables, but a proper noun, which keeps its capitals. Else the suffix rules of the part of speech are
// tried in order (in WordNet's manner: "ies" to "y"), forms that the index knows go before forms that no rule could
// judge (with digits or hyphens), exceptions before all; unknown forms count only when there is nothing else.

#include "language/lemmatizer.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace diurna {

namespace {

// The parts of speech with tables, in the order of the model file.
constexpr std::array<Pos, 5> kParts = {Pos::kAdj, Pos::kAdv, Pos::kNoun, Pos::kPunct, Pos::kVerb};

// The value of a feature in a list "A=x|B=y"; empty when it is not there.
std::string_view Feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const size_t bar = std::min(morph.find('|'), morph.size());
    const std::string_view item = morph.substr(0, bar);
    if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') {
      return item.substr(name.size() + 1);
    }
    morph.remove_prefix(std::min(bar + 1, morph.size()));
  }
  return {};
}

bool IsBaseForm(Pos pos, std::string_view morph) {
  const std::string_view number = Feature(morph, "Number");
  const std::string_view verb_form = Feature(morph, "VerbForm");
  if (pos == Pos::kNoun && number == "Sing") return true;
  if (pos == Pos::kVerb && verb_form == "Fin" && Feature(morph, "Tense") == "Pres" && number.empty()) return true;
  return verb_form == "Inf" || verb_form == "None" || Feature(morph, "Degree") == "Pos";
}

}  // namespace

std::optional<Lemmatizer> Lemmatizer::Load(const FlatFile& model, const Unicode& unicode) {
  Lemmatizer lemmatizer;
  lemmatizer.unicode_ = unicode;
  lemmatizer.pool_ = StringPool(model);
  const std::optional<StringTable> index = StringTable::Load(model, "lemma.index");
  const std::optional<StringTable> exceptions = StringTable::Load(model, "lemma.exceptions");
  lemmatizer.exception_begin_ = model.Array<uint32_t>("lemma.begin");
  lemmatizer.exception_forms_ = model.Array<StringRef>("lemma.forms");
  lemmatizer.rules_ = model.Array<Rule>("lemma.rules");
  if (!index || !exceptions || lemmatizer.exception_begin_.size() != exceptions->size() + 1 ||
      lemmatizer.exception_begin_.back() > lemmatizer.exception_forms_.size() || lemmatizer.rules_.empty()) {
    return std::nullopt;
  }
  lemmatizer.index_ = *index;
  lemmatizer.exceptions_ = *exceptions;
  return lemmatizer;
}

bool Lemmatizer::IsAlpha(std::string_view text) const {
  for (size_t at = 0; at < text.size();) {
    if ((unicode_.Bits(DecodeUtf8(text, &at)) & kAlphaBit) == 0) return false;
  }
  return !text.empty();
}

std::string_view Lemmatizer::Lemma(std::string_view text, std::string_view lower, Pos pos, std::string_view morph,
                                   std::string* scratch) const {
  if (IsBaseForm(pos, morph)) return lower;
  const auto found = std::find(kParts.begin(), kParts.end(), pos);
  if (found == kParts.end()) return pos == Pos::kPropn ? text : lower;
  const uint32_t part = static_cast<uint32_t>(found - kParts.begin());

  // A form is either in the index, then a view of the model, or made by a rule and not in the index. Those in the index
  // are put before all others one by one, so the last of them comes first.
  std::array<std::string_view, 16> known;
  size_t knowns = 0;
  std::vector<std::string> others;  // no words by their letters, so that the index says nothing of them
  std::string unknown;              // the first form that should be in the index and is not
  for (const Rule& rule : rules_) {
    if (rule.part != part) continue;
    const std::string_view old_suffix = pool_[rule.old_suffix];
    if (!lower.ends_with(old_suffix)) continue;
    scratch->assign(lower.substr(0, lower.size() - old_suffix.size()));
    scratch->append(pool_[rule.new_suffix]);
    if (scratch->empty()) continue;
    const OptionalIndex entry = index_.Find(*scratch);
    if (entry && ((index_.Value(*entry) >> part) & 1) != 0) {
      if (knowns < known.size()) known[knowns++] = index_.Key(*entry);
    } else if (!IsAlpha(*scratch)) {
      others.push_back(*scratch);
    } else if (unknown.empty()) {
      unknown = *scratch;
    }
  }
  scratch->assign(1, static_cast<char>(part));
  scratch->append(lower);
  std::string_view exception;
  if (const OptionalIndex entry = exceptions_.Find(*scratch)) {
    const uint32_t list = exceptions_.Value(*entry);
    for (uint32_t i = exception_begin_[list]; i < exception_begin_[list + 1]; ++i) {
      const std::string_view form = pool_[exception_forms_[i]];
      const bool there = std::find(known.begin(), known.begin() + knowns, form) != known.begin() + knowns ||
                         std::find(others.begin(), others.end(), form) != others.end();
      if (!there) exception = form;
    }
  }
  if (!exception.empty()) return exception;
  if (knowns > 0) return known[knowns - 1];
  if (!others.empty()) {
    *scratch = others.front();
    return *scratch;
  }
  if (!unknown.empty()) {
    *scratch = unknown;
    return *scratch;
  }
  return text;
}

}  // namespace diurna
