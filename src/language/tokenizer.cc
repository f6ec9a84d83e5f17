// The text is cut into chunks at white space; one blank between two chunks belongs to neither, every other white space
// is a chunk of its own. A chunk that is a special case ("can't", "a.m.", ":-)") is replaced by that case's tokens.
// From any other, prefixes and suffixes (brackets, quotes, stops, units after digits) are stripped in turn, with a look
// at the special cases after each; what remains is a special case, an address on the net, or is split at infixes
// (ellipses, hyphens between letters, operators between digits). Last, special cases that contain affixes are searched
// for across the tokens of the whole text, longest first, because their chunk may have been split before it was seen.
//
// In the model each of these steps is a regular expression; all of them look at single code points and at most one code
// point (two before a full stop) around, so here they are predicates over bits of code points, and the lists of words.
// Where the expressions could match in several ways the leftmost start counts: of all suffixes the longest wins.
//
// Chunks repeat as words do: a workspace keeps what each was split into.

#include "language/tokenizer.h"

#include <xxhash.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace diurna {

namespace {

constexpr size_t kLongestKept = 64;  // bytes; longer chunks are not kept

constexpr bool IsAsciiDigit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t Decode(std::string_view text, size_t* at) {
  const unsigned char byte = static_cast<unsigned char>(text[*at]);
  if (byte < 0x80) {
    ++*at;
    return byte;
  }
  return DecodeUtf8(text, at);
}

char32_t DecodeBefore(std::string_view text, size_t end, size_t* begin) {
  *begin = PreviousCodePoint(text, end);
  size_t at = *begin;
  return Decode(text, &at);
}

bool IsAsciiSpace(unsigned char byte) {
  return byte == ' ' || (byte >= 0x09 && byte <= 0x0D) || (byte >= 0x1C && byte <= 0x1F);
}

}  // namespace

Tokenizer::Workspace::Workspace() : slots_(size_t{1} << 12) {}

size_t Tokenizer::Workspace::bytes() const {
  return lexemes.bytes() + arena_.bytes() + chunks_.size() * sizeof(Chunk) + pieces_.size() * sizeof(Piece);
}

void Tokenizer::Workspace::Clear() {
  lexemes.Clear();
  slots_.assign(size_t{1} << 12, 0);
  chunks_.clear();
  pieces_.clear();
  arena_.Clear();
}

std::optional<Tokenizer> Tokenizer::Load(const FlatFile& model, const Unicode& unicode, const Attributes& attributes) {
  Tokenizer tokenizer;
  tokenizer.unicode_ = unicode;
  tokenizer.attributes_ = attributes;
  tokenizer.pool_ = StringPool(model);
  const auto words = [&](std::string_view section) {
    std::vector<std::string_view> out;
    for (const StringRef ref : model.Array<StringRef>(section)) out.push_back(tokenizer.pool_[ref]);
    return out;
  };
  tokenizer.prefixes_ = words("affixes.prefixes");
  tokenizer.suffixes_ = words("affixes.suffixes");
  tokenizer.after_digit_ = words("affixes.after_digit");
  for (const std::string_view word : tokenizer.after_digit_) {
    tokenizer.longest_after_digit_ = std::max(tokenizer.longest_after_digit_, word.size());
  }
  const std::optional<StringTable> specials = StringTable::Load(model, "specials");
  tokenizer.special_begin_ = model.Array<uint32_t>("specials.begin");
  tokenizer.special_tokens_ = model.Array<SpecialToken>("specials.tokens");
  tokenizer.phrase_groups_ = model.Array<uint32_t>("phrases.groups");
  tokenizer.phrase_begin_ = model.Array<uint32_t>("phrases.patterns");
  tokenizer.phrase_words_ = model.Array<StringRef>("phrases.words");
  if (!specials || tokenizer.special_begin_.size() != specials->size() + 1 ||
      tokenizer.special_begin_.back() > tokenizer.special_tokens_.size() || tokenizer.phrase_groups_.empty() ||
      tokenizer.phrase_begin_.empty() || tokenizer.phrase_groups_.back() >= tokenizer.phrase_begin_.size() ||
      tokenizer.phrase_begin_.back() > tokenizer.phrase_words_.size()) {
    return std::nullopt;
  }
  tokenizer.specials_ = *specials;
  for (size_t i = 0; i < specials->size(); ++i) {
    tokenizer.longest_special_ = std::max(tokenizer.longest_special_, specials->Key(static_cast<uint32_t>(i)).size());
  }
  return tokenizer;
}

std::span<const Tokenizer::SpecialToken> Tokenizer::FindSpecial(std::string_view chunk) const {
  if (chunk.size() > longest_special_) return {};
  const OptionalIndex found = specials_.Find(chunk);
  if (!found) return {};
  const uint32_t special = specials_.Value(*found);
  return special_tokens_.subspan(special_begin_[special], special_begin_[special + 1] - special_begin_[special]);
}

size_t Tokenizer::PrefixLength(std::string_view chunk) const {
  if (chunk.empty()) return 0;
  size_t at = 0;
  const char32_t c = Decode(chunk, &at);
  if ((unicode_.Bits(c) & kPrefixBit) != 0) return at;
  if (c == '.') {
    while (at < chunk.size() && chunk[at] == '.') ++at;
    return at >= 2 ? at : 0;
  }
  if (c == '+') return at < chunk.size() && IsAsciiDigit(static_cast<unsigned char>(chunk[at])) ? 0 : at;
  for (const std::string_view word : prefixes_) {
    if (chunk.starts_with(word)) return word.size();
  }
  return 0;
}

size_t Tokenizer::SuffixLength(std::string_view chunk) const {
  if (chunk.empty()) return 0;
  size_t last;
  const char32_t c = DecodeBefore(chunk, chunk.size(), &last);
  size_t best = (unicode_.Bits(c) & kSuffixBit) != 0 ? chunk.size() - last : 0;
  if (c == '.') {
    size_t stops = 1;
    while (stops < chunk.size() && chunk[chunk.size() - 1 - stops] == '.') ++stops;
    if (stops >= 2) {
      best = stops;
    } else if (last > 0) {
      size_t at;
      const char32_t before = DecodeBefore(chunk, last, &at);
      const uint32_t bits = unicode_.Bits(before);
      size_t further;
      const char32_t second = at > 0 ? DecodeBefore(chunk, at, &further) : 0;
      const bool unit = second == U'°' && before < 0x80 &&
                        std::string_view("FfCcKk").find(static_cast<char>(before)) != std::string_view::npos;
      const bool capitals = at > 0 && (bits & unicode_.Bits(second) & kFullStopAfterCapitalBit) != 0;
      if ((bits & kFullStopBeforeBit) != 0 || unit || capitals) best = std::max<size_t>(best, 1);
    }
  }
  for (const std::string_view word : suffixes_) {
    if (word.size() > best && chunk.ends_with(word)) best = word.size();
  }
  // No unit has a digit inside, so only what follows the last digit can be one.
  const size_t least = chunk.size() > longest_after_digit_ + 1 ? chunk.size() - longest_after_digit_ - 1 : 0;
  for (size_t at = chunk.size() - 1; at + 1 > least; --at) {
    if (IsAsciiDigit(static_cast<unsigned char>(chunk[at]))) {
      const std::string_view unit = chunk.substr(at + 1);
      if (unit.size() > best && std::binary_search(after_digit_.begin(), after_digit_.end(), unit)) best = unit.size();
      break;
    }
    if (at == 0) break;
  }
  return best;
}

size_t Tokenizer::InfixLength(std::string_view chunk, size_t at, char32_t before) const {
  size_t next = at;
  const char32_t c = Decode(chunk, &next);
  if (c == '.' && next < chunk.size() && chunk[next] == '.') {
    while (next < chunk.size() && chunk[next] == '.') ++next;
    return next - at;
  }
  if ((unicode_.Bits(c) & kInfixBit) != 0) return next - at;
  if (at == 0 || next == chunk.size()) return 0;
  const uint32_t bits = unicode_.Bits(before);
  size_t past = next;
  const char32_t after = Decode(chunk, &past);
  switch (c) {
    case '.':
      return (bits & kInnerStopBeforeBit) != 0 && (unicode_.Bits(after) & kInnerStopAfterBit) != 0 ? 1 : 0;
    case ',':
      return (bits & unicode_.Bits(after) & kLetterBit) != 0 ? 1 : 0;
    case '+':
    case '*':
    case '^':
      return IsAsciiDigit(before) && (IsAsciiDigit(after) || after == '-') ? 1 : 0;
    case ':':
    case '<':
    case '>':
    case '=':
    case '/':
      return (bits & kLetterOrDigitBit) != 0 && (unicode_.Bits(after) & kLetterBit) != 0 ? 1 : 0;
    case '-':
      if (IsAsciiDigit(before) && (IsAsciiDigit(after) || after == '-')) return 1;
      [[fallthrough]];
    case U'–':
    case U'—':
    case '~': {
      if ((bits & kLetterOrDigitBit) == 0) return 0;
      // One of them before a letter; hyphens also in twos and threes, the long dash in twos.
      const size_t most = c == '-' ? 3 : c == U'—' ? 2 : 1;
      size_t end = next;
      for (size_t count = 1; end < chunk.size(); ++count) {
        size_t further = end;
        const char32_t follower = Decode(chunk, &further);
        if ((unicode_.Bits(follower) & kLetterBit) != 0) return end - at;
        if (count == most || follower != c) return 0;
        end = further;
      }
      return 0;
    }
    default:
      return 0;
  }
}

// The model's expression, in words: an optional scheme of at least two of \w + - . and "://"; optional user information
// that ends in "@"; an IPv4 address outside of the private ranges or a domain name; an optional port of two to five
// digits; and, from the first of / ? #, anything. User information may hold anything, so the host can start at the
// beginning, after the scheme, or after any "@" but a first one.
bool Tokenizer::IsAddress(std::string_view chunk) const {
  if (chunk.find('.') == std::string_view::npos) return false;
  if (IsAddressFrom(chunk)) return true;
  if (const size_t colon = chunk.find(':'); colon != std::string_view::npos && chunk.substr(colon).starts_with("://")) {
    size_t count = 0;
    bool scheme = true;
    for (size_t at = 0; at < colon && scheme; ++count) {
      const char32_t c = Decode(chunk, &at);
      scheme = c == '+' || c == '-' || c == '.' || (unicode_.Bits(c) & kWordBit) != 0;
    }
    if (scheme && count >= 2 && IsAddressFrom(chunk.substr(colon + 3))) return true;
  }
  for (size_t at = chunk.find('@', 1); at != std::string_view::npos; at = chunk.find('@', at + 1)) {
    if (IsAddressFrom(chunk.substr(at + 1))) return true;
  }
  return false;
}

bool Tokenizer::IsAddressFrom(std::string_view rest) const {
  // No host holds an "@": stopping there keeps the whole search linear.
  const size_t end = std::min(rest.find_first_of(":/?#@"), rest.size());
  const std::string_view host = rest.substr(0, end);
  rest.remove_prefix(end);
  if (!rest.empty() && rest[0] == '@') return false;
  if (!rest.empty() && rest[0] == ':') {
    size_t digits = 0;
    size_t at = 1;
    while (at < rest.size()) {
      size_t next = at;
      if ((unicode_.Bits(Decode(rest, &next)) & kDecimalBit) == 0) break;
      at = next;
      ++digits;
    }
    if (digits < 2 || digits > 5) return false;
    rest.remove_prefix(at);
    if (!rest.empty() && rest[0] != '/' && rest[0] != '?' && rest[0] != '#') return false;
  }
  return IsHost(host) || IsDomain(host);
}

bool Tokenizer::IsHost(std::string_view host) const {
  std::array<std::array<char32_t, 3>, 4> group = {};
  std::array<int, 4> size = {};
  size_t groups = 0;
  for (size_t at = 0; at < host.size();) {
    const char32_t c = Decode(host, &at);
    if (c == '.') {
      if (++groups == 4) return false;
    } else {
      if ((unicode_.Bits(c) & kDecimalBit) == 0 || size[groups] == 3) return false;
      group[groups][static_cast<size_t>(size[groups]++)] = c;
    }
  }
  if (groups != 3) return false;
  const auto between = [](char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; };
  // Two digits, the first not zero; or three up to 199 and 2[0-`tens`]N and 2`tens + 1`[0-`ones`].
  const auto plain = [&](size_t i, char32_t tens, char32_t ones) {
    const auto& g = group[i];
    if (size[i] == 1 || size[i] == 2) return between(g[0], '1', '9');
    if (size[i] != 3) return false;
    return g[0] == '1' || (g[0] == '2' && (between(g[1], '0', tens) || (g[1] == tens + 1 && between(g[2], '0', ones))));
  };
  const auto inner = [&](size_t i) {
    const auto& g = group[i];
    if (size[i] == 1 || size[i] == 2) return true;
    if (size[i] != 3) return false;
    return g[0] == '1' || (g[0] == '2' && (between(g[1], '0', '4') || (g[1] == '5' && between(g[2], '0', '5'))));
  };
  if (!plain(0, '1', '3') || !inner(1) || !inner(2) || !plain(3, '4', '4')) return false;
  // The private ranges.
  const auto is = [&](size_t i, std::u32string_view digits) {
    return std::u32string_view(group[i].data(), static_cast<size_t>(size[i])) == digits;
  };
  if (is(0, U"10") || is(0, U"127") || (is(0, U"169") && is(1, U"254")) || (is(0, U"192") && is(1, U"168"))) {
    return false;
  }
  if (is(0, U"172") && size[1] == 2) {
    const auto& g = group[1];
    if ((g[0] == '1' && between(g[1], '6', '9')) || g[0] == '2' || (g[0] == '3' && between(g[1], '0', '1'))) {
      return false;
    }
  }
  return true;
}

bool Tokenizer::IsDomain(std::string_view host) const {
  const size_t last = host.rfind('.');
  if (last == std::string_view::npos) return false;
  const std::string_view top = host.substr(last + 1);
  size_t count = 0;
  for (size_t at = 0; at < top.size(); ++count) {
    if ((unicode_.Bits(Decode(top, &at)) & kTopLevelDomainBit) == 0) return false;
  }
  if (count < 2 || count > 63) return false;
  // Labels of up to 64: letters, digits and everything from U+00A1 to U+FFFF; inside also - and _.
  count = 0;
  bool inner = false;
  for (size_t at = 0; at <= last;) {
    const char32_t c = Decode(host, &at);
    if (c == '.') {
      if (count == 0 || inner) return false;
      count = 0;
      continue;
    }
    inner = c == '-' || c == '_';
    const bool ends = IsAsciiDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xA1 && c <= 0xFFFF);
    if (!ends && (!inner || count == 0)) return false;
    if (++count > 64) return false;
  }
  return true;
}

void Tokenizer::AddPiece(std::string_view piece, Workspace& workspace, std::vector<Piece>& out) const {
  out.push_back({static_cast<uint32_t>(piece.size()), workspace.lexemes.Intern(piece, nullptr, attributes_)});
}

void Tokenizer::AddSpecial(std::string_view chunk, std::span<const SpecialToken> special, Workspace& workspace,
                           std::vector<Piece>& out) const {
  for (const SpecialToken& token : special) {
    const std::string_view text = chunk.substr(0, token.size);
    chunk.remove_prefix(text.size());
    if (token.norm.offset == kNoNorm) {
      AddPiece(text, workspace, out);
    } else {
      const std::string_view norm = pool_[token.norm];
      out.push_back({token.size, workspace.lexemes.Intern(text, &norm, attributes_)});
    }
  }
}

// Leaves the pieces of `chunk` in workspace.scratch_.
void Tokenizer::Split(std::string_view chunk, Workspace& workspace) const {
  std::vector<Piece>& out = workspace.scratch_;
  std::vector<Piece>& suffixes = workspace.suffixes_;
  out.clear();
  suffixes.clear();
  std::span<const SpecialToken> special;
  size_t size_before = 0;
  while (!chunk.empty() && chunk.size() != size_before) {
    special = FindSpecial(chunk);
    if (!special.empty()) break;
    size_before = chunk.size();
    const size_t prefix = PrefixLength(chunk);
    const std::string_view without_prefix = chunk.substr(prefix);
    if (prefix > 0 && !(special = FindSpecial(without_prefix)).empty()) {
      AddPiece(chunk.substr(0, prefix), workspace, out);
      chunk = without_prefix;
      break;
    }
    const size_t suffix = SuffixLength(without_prefix);
    if (suffix > 0) {
      const std::string_view without_suffix = chunk.substr(0, chunk.size() - suffix);
      if (!(special = FindSpecial(without_suffix)).empty()) {
        AddPiece(chunk.substr(chunk.size() - suffix), workspace, suffixes);
        chunk = without_suffix;
        break;
      }
      AddPiece(chunk.substr(chunk.size() - suffix), workspace, suffixes);
      chunk.remove_suffix(suffix);
    }
    if (prefix > 0) {
      AddPiece(chunk.substr(0, prefix), workspace, out);
      chunk.remove_prefix(prefix);
    }
  }
  if (!special.empty()) {
    AddSpecial(chunk, special, workspace, out);
  } else if (!chunk.empty()) {
    if (IsAddress(chunk)) {
      AddPiece(chunk, workspace, out);
    } else {
      SplitInfixes(chunk, workspace);
    }
  }
  out.insert(out.end(), suffixes.rbegin(), suffixes.rend());
}

void Tokenizer::SplitInfixes(std::string_view chunk, Workspace& workspace) const {
  std::vector<Piece>& out = workspace.scratch_;
  size_t start = 0;
  char32_t before = 0;
  for (size_t at = 0; at < chunk.size();) {
    const size_t infix = InfixLength(chunk, at, before);
    if (infix > 0) {
      if (at > 0) {
        if (at > start) AddPiece(chunk.substr(start, at - start), workspace, out);
        AddPiece(chunk.substr(at, infix), workspace, out);
        start = at + infix;
      }
      at += infix;
      size_t last;
      before = DecodeBefore(chunk, at, &last);
    } else {
      before = Decode(chunk, &at);
    }
  }
  if (start < chunk.size()) AddPiece(chunk.substr(start), workspace, out);
}

void Tokenizer::AddChunk(std::string_view text, uint32_t begin, uint32_t end, Workspace& workspace,
                         std::vector<TextToken>& out) const {
  const std::string_view chunk = text.substr(begin, end - begin);
  std::span<const Piece> pieces;
  const uint64_t hash = XXH3_64bits(chunk.data(), chunk.size());
  size_t mask = workspace.slots_.size() - 1;
  size_t at = hash & mask;
  for (; workspace.slots_[at] != 0; at = (at + 1) & mask) {
    const Workspace::Chunk& kept = workspace.chunks_[workspace.slots_[at] - 1];
    if (kept.hash == hash && kept.text == chunk) {
      pieces = std::span<const Piece>(workspace.pieces_).subspan(kept.first, kept.count);
      break;
    }
  }
  if (pieces.empty()) {
    Split(chunk, workspace);
    pieces = workspace.scratch_;
    if (chunk.size() <= kLongestKept) {
      workspace.chunks_.push_back({hash, workspace.arena_.Keep(chunk), static_cast<uint32_t>(workspace.pieces_.size()),
                                   static_cast<uint32_t>(pieces.size())});
      workspace.pieces_.insert(workspace.pieces_.end(), pieces.begin(), pieces.end());
      workspace.slots_[at] = static_cast<uint32_t>(workspace.chunks_.size());
      if (2 * workspace.chunks_.size() > workspace.slots_.size()) {
        workspace.slots_.assign(2 * workspace.slots_.size(), 0);
        mask = workspace.slots_.size() - 1;
        for (size_t i = 0; i < workspace.chunks_.size(); ++i) {
          at = workspace.chunks_[i].hash & mask;
          while (workspace.slots_[at] != 0) at = (at + 1) & mask;
          workspace.slots_[at] = static_cast<uint32_t>(i + 1);
        }
      }
    }
  }
  for (const Piece& piece : pieces) {
    out.push_back({begin, piece.size, piece.lexeme, false});
    begin += piece.size;
  }
}

void Tokenizer::Run(std::string_view text, Workspace& workspace, std::vector<TextToken>& out) const {
  out.clear();
  size_t start = 0;
  bool in_space = false;
  for (size_t at = 0; at < text.size();) {
    const size_t here = at;
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    bool space;
    if (byte < 0x80) {
      ++at;
      space = IsAsciiSpace(byte);
    } else {
      space = (unicode_.Bits(DecodeUtf8(text, &at)) & kSpaceBit) != 0;
    }
    if (here == 0) in_space = space;
    if (space == in_space) continue;
    if (start < here) AddChunk(text, static_cast<uint32_t>(start), static_cast<uint32_t>(here), workspace, out);
    start = here;
    if (byte == ' ') {
      out.back().space_after = true;
      start = at;
    }
    in_space = space;
  }
  if (start < text.size()) {
    AddChunk(text, static_cast<uint32_t>(start), static_cast<uint32_t>(text.size()), workspace, out);
  }
  ApplyPhrases(text, workspace, out);
}

void Tokenizer::ApplyPhrases(std::string_view text, Workspace& workspace, std::vector<TextToken>& tokens) const {
  const uint32_t n = static_cast<uint32_t>(tokens.size());
  std::vector<Workspace::Match>& matches = workspace.matches_;
  matches.clear();
  for (uint32_t i = 0; i < n; ++i) {
    const OptionalIndex group = workspace.lexemes[tokens[i].lexeme].phrase;
    if (!group) continue;
    for (uint32_t p = phrase_groups_[*group]; p < phrase_groups_[*group + 1]; ++p) {
      const uint32_t first = phrase_begin_[p];
      const uint32_t size = phrase_begin_[p + 1] - first;
      if (size > n - i) continue;
      uint32_t same = 1;
      while (same < size && workspace.lexemes[tokens[i + same].lexeme].text == pool_[phrase_words_[first + same]])
        ++same;
      if (same == size) matches.push_back({i, i + size});
    }
  }
  if (matches.empty()) return;
  // Longest first, then from the left; a match may not touch by either end what an earlier one covered, and covers its
  // tokens even when it is turned down.
  std::sort(matches.begin(), matches.end(), [](const Workspace::Match& a, const Workspace::Match& b) {
    const uint32_t size_a = a.end - a.begin;
    const uint32_t size_b = b.end - b.begin;
    return size_a != size_b ? size_a > size_b : a.begin < b.begin;
  });
  std::vector<bool>& seen = workspace.seen_;
  seen.assign(n, false);
  std::vector<Workspace::Match>& chosen = workspace.chosen_;
  chosen.clear();
  for (const Workspace::Match& match : matches) {
    if (!seen[match.begin] && !seen[match.end - 1]) chosen.push_back(match);
    std::fill(seen.begin() + match.begin, seen.begin() + match.end, true);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Workspace::Match& a, const Workspace::Match& b) { return a.begin < b.begin; });
  std::vector<TextToken>& out = workspace.rewritten_;
  out.clear();
  uint32_t i = 0;
  for (const Workspace::Match& match : chosen) {
    const uint32_t begin = tokens[match.begin].begin;
    const TextToken& last = tokens[match.end - 1];
    const std::string_view covered = text.substr(begin, last.begin + last.size - begin);
    const std::span<const SpecialToken> special = FindSpecial(covered);
    if (special.empty()) continue;  // the tokens stand apart in the text
    out.insert(out.end(), tokens.begin() + i, tokens.begin() + match.begin);
    workspace.scratch_.clear();
    AddSpecial(covered, special, workspace, workspace.scratch_);
    uint32_t at = begin;
    for (const Piece& piece : workspace.scratch_) {
      out.push_back({at, piece.size, piece.lexeme, false});
      at += piece.size;
    }
    out.back().space_after = last.space_after;
    i = match.end;
  }
  if (out.empty() && i == 0) return;
  out.insert(out.end(), tokens.begin() + i, tokens.end());
  tokens.swap(out);
}

}  // namespace diurna
