// The network does not see words but four of their attributes: normal form, first code point, last three code points
// and shape. Words are drawn from Zipf's distribution, so a document has few types: each is worked out once in the life
// of a workspace and then found by one look-up.
//
// The normal form is that of the tokenizer's special case, else the model's own list, else (in the same table) quotes,
// dashes and currencies, else the lower case.

#include "language/attributes.h"

#include <xxhash.h>

#include "base/utf8.h"

namespace diurna {

std::optional<Attributes> Attributes::Load(const FlatFile& model, const Unicode& unicode) {
  Attributes attributes;
  attributes.unicode_ = unicode;
  attributes.pool_ = StringPool(model);
  const std::optional<StringTable> symbols = StringTable::Load(model, "symbols");
  const std::optional<StringTable> values = StringTable::Load(model, "ruler.values");
  const std::optional<StringTable> phrases = StringTable::Load(model, "phrases");
  attributes.norm_keys_ = model.Array<uint64_t>("norms.keys");
  attributes.norm_values_ = model.Array<StringRef>("norms.values");
  const size_t norms = attributes.norm_keys_.size();
  if (!symbols || !values || !phrases || norms == 0 || (norms & (norms - 1)) != 0 ||
      attributes.norm_values_.size() != norms) {
    return std::nullopt;
  }
  attributes.ids_ = StringIds(*symbols);
  attributes.ruler_values_ = *values;
  attributes.phrases_ = *phrases;
  return attributes;
}

void Attributes::AppendShape(std::string_view text, std::string* out) const {
  constexpr int kLongest = 100;
  constexpr int kRun = 4;
  const size_t begin = out->size();
  char32_t last = 0;
  int run = 0;
  int count = 0;
  for (size_t at = 0; at < text.size();) {
    char32_t c = DecodeUtf8(text, &at);
    if (++count >= kLongest) {
      out->resize(begin);
      out->append("LONG");
      return;
    }
    const uint32_t bits = unicode_.Bits(c);
    if ((bits & kAlphaBit) != 0) {
      c = (bits & kUpperBit) != 0 ? U'X' : U'x';
    } else if ((bits & kDigitBit) != 0) {
      c = U'd';
    }
    run = c == last && count > 1 ? run + 1 : 0;
    last = c;
    if (run < kRun) AppendUtf8(c, out);
  }
}

void Attributes::Fill(const std::string_view* special_norm, std::string* scratch, StringArena* arena,
                      Lexeme* lexeme) const {
  const std::string_view text = lexeme->text;
  scratch->clear();
  unicode_.AppendLower(text, scratch);
  lexeme->lower = *scratch == text ? text : arena->Keep(*scratch);
  lexeme->lower_value = 0;
  const OptionalIndex value = ruler_values_.Find(lexeme->lower);
  if (value) lexeme->lower_value = ruler_values_.Value(*value);
  const OptionalIndex phrase = phrases_.Find(text);
  lexeme->phrase = phrase ? OptionalIndex(phrases_.Value(*phrase)) : std::nullopt;

  lexeme->norm = lexeme->lower;
  if (special_norm != nullptr) {
    lexeme->norm = *special_norm;
  } else if (const uint64_t id = ids_.Id(text); id != 0) {
    const size_t mask = norm_keys_.size() - 1;
    for (size_t at = id & mask; norm_keys_[at] != 0; at = (at + 1) & mask) {
      if (norm_keys_[at] == id) {
        lexeme->norm = pool_[norm_values_[at]];
        break;
      }
    }
  }
  lexeme->norm_id = ids_.Id(lexeme->norm);

  size_t prefix = 0;
  if (!text.empty()) DecodeUtf8(text, &prefix);
  lexeme->prefix_id = ids_.Id(text.substr(0, prefix));
  size_t suffix = text.size();
  for (int i = 0; i < 3 && suffix > 0; ++i) suffix = PreviousCodePoint(text, suffix);
  lexeme->suffix_id = ids_.Id(text.substr(suffix));
  scratch->clear();
  AppendShape(text, scratch);
  lexeme->shape_id = ids_.Id(*scratch);

  lexeme->is_space = !text.empty();
  for (size_t at = 0; at < text.size() && lexeme->is_space;) {
    lexeme->is_space = (unicode_.Bits(DecodeUtf8(text, &at)) & kSpaceBit) != 0;
  }
}

LexemeTable::LexemeTable() : slots_(size_t{1} << 12) {}

void LexemeTable::Clear() {
  slots_.assign(size_t{1} << 12, 0);
  keys_.clear();
  lexemes_.clear();
  arena_.Clear();
}

void LexemeTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  const size_t mask = slots_.size() - 1;
  for (size_t i = 0; i < keys_.size(); ++i) {
    size_t at = keys_[i].hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<uint32_t>(i + 1);
  }
}

uint32_t LexemeTable::Intern(std::string_view text, const std::string_view* special_norm,
                             const Attributes& attributes) {
  const char* const norm = special_norm == nullptr ? nullptr : special_norm->data();
  const uint64_t hash = XXH3_64bits(text.data(), text.size()) + reinterpret_cast<uintptr_t>(norm);
  size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const uint32_t index = slots_[at] - 1;
    if (keys_[index].hash == hash && keys_[index].special_norm == norm && lexemes_[index].text == text) return index;
  }
  if (2 * (lexemes_.size() + 1) > slots_.size()) {
    Grow();
    mask = slots_.size() - 1;
    at = hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
  }
  const uint32_t index = static_cast<uint32_t>(lexemes_.size());
  slots_[at] = index + 1;
  keys_.push_back({hash, norm});
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.text = arena_.Keep(text);
  attributes.Fill(special_norm, &scratch_, &arena_, &lexeme);
  return index;
}

}  // namespace diurna
