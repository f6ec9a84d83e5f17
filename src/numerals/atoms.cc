// A token of letters is one atom; anything else is cut into runs of letters, runs of digits with the separators between
// them, and single signs. Letters right before a currency sign stay with it ("US$"). Words are looked up as they are
// cut. Left out: letters of other alphabets are kept in the case in which they stand.

#include "numerals/atoms.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace diurna {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsCurrencySign(char32_t c) {
  return c == U'$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0x058F || c == 0x0E3F ||
         c == 0x17DB || c == 0x09F3;
}

// Letters of any script; marks and modifier letters count, so that "paʻanga" stays whole.
bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !IsCurrencySign(c) && c != 0xFEFF;
}

char32_t Plain(char32_t c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D) return U'-';
  if (c == 0x2018 || c == 0x2019) return U'\'';
  return c;
}

bool IsSpace(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x2009 || c == 0x202F; }

std::string_view Lowered(std::string_view text, std::string* buffer) {
  bool upper = false;
  for (const char c : text) upper |= c >= 'A' && c <= 'Z';
  if (!upper) return text;
  buffer->assign(text);
  for (char& c : *buffer) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return *buffer;
}

struct Piece {
  uint32_t begin, end;
  Atom::Type type;
  char32_t sign;
  bool glued;
};

bool DigitAt(std::string_view text, size_t at) { return at < text.size() && IsDigit(text[at]); }

// Bytes of the separator at `at` that parts two digits, 0 where there is none: a dot, a comma, an apostrophe, a blank
// that does not break the line.
size_t SeparatorAt(std::string_view text, size_t at) {
  static constexpr std::string_view kSeparators[] = {
      ".", ",", "'", "\xE2\x80\x99", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF"};
  for (const std::string_view separator : kSeparators) {
    if (text.substr(at, separator.size()) == separator && DigitAt(text, at + separator.size())) return separator.size();
  }
  return 0;
}

// Where the run of digits and separators that begins at `at` ends.
size_t EndOfDigits(std::string_view text, size_t at) {
  for (++at; at < text.size();) {
    const size_t step = IsDigit(text[at]) ? 1 : SeparatorAt(text, at);
    if (step == 0) break;
    at += step;
  }
  return at;
}

// Where the word ends whose first letter ends at `at`. A currency sign behind it belongs to it, and so does an
// apostrophe or a dot inside ("o'clock", "u.s").
size_t EndOfWord(std::string_view text, size_t at) {
  for (size_t next = at; next < text.size(); at = next) {
    const char32_t follows = DecodeUtf8(text, &next);
    if (IsCurrencySign(follows)) return next;
    if (IsLetter(follows)) continue;
    const bool joins = Plain(follows) == U'\'' || follows == '.';
    size_t past = next;
    if (!joins || next >= text.size() || !IsLetter(DecodeUtf8(text, &past))) return at;
  }
  return at;
}

// Calls `emit` for every piece of `text`.
template <typename Emit>
void Cut(std::string_view text, Emit emit) {
  size_t at = 0;
  bool glued = true;
  while (at < text.size()) {
    const uint32_t begin = static_cast<uint32_t>(at);
    Atom::Type type = Atom::Type::kSign;
    char32_t sign = 0;
    if (IsDigit(text[at]) || (begin == 0 && text[at] == '.' && DigitAt(text, 1))) {
      type = Atom::Type::kDigits;
      at = EndOfDigits(text, at);
    } else {
      const char32_t c = DecodeUtf8(text, &at);
      if (IsSpace(c)) {
        glued = false;
        continue;
      }
      if (IsLetter(c)) {
        type = Atom::Type::kWord;
        at = EndOfWord(text, at);
      } else {
        sign = Plain(c);
      }
    }
    emit(Piece{begin, static_cast<uint32_t>(at), type, sign, glued});
    glued = true;
  }
}

// True where the token is one word, to be looked up as it stands.
bool IsPlainWord(std::string_view text) {
  for (const char c : text) {
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '\'')) return false;
  }
  return !text.empty() && text[0] != '.' && text[0] != '\'';
}

// Cuts the tokens of an analysis one after the other.
class Cutter {
 public:
  Cutter(const Analysis& analysis, const WordIds& ids, std::vector<Atom>* atoms)
      : analysis_(analysis), ids_(ids), atoms_(*atoms) {}

  void Run() {
    for (uint32_t i = 0; i < analysis_.size(); ++i) {
      const Token& token = analysis_[i];
      if (token.pos == Pos::kSpace) {
        newline_ |= token.text.find('\n') != std::string_view::npos;
        continue;
      }
      const bool first = i == 0;
      const bool after_space = !first && analysis_[i - 1].pos == Pos::kSpace;
      const bool gap = first || analysis_[i - 1].span.end != token.span.begin;
      const bool blank = gap || analysis_[i - 1].space_after;
      // A gap that is no blank is a line's end that no token stands for.
      if (!first && !after_space && gap && !analysis_[i - 1].space_after) newline_ = true;
      const bool glued = !blank && !after_space;
      if (IsPlainWord(token.text)) {
        AddWord(i, glued);
      } else {
        AddPieces(i, glued);
      }
    }
  }

 private:
  void Add(Atom atom) {
    atom.newline = newline_;
    newline_ = false;
    atoms_.push_back(atom);
  }

  void AddWord(uint32_t index, bool glued) {
    const Token& token = analysis_[index];
    Atom atom{.span = token.span, .token = index, .glued = glued, .word = ids_.Id(token.lower)};
    // The tokenizer keeps the dot of what may be an abbreviation ("40m.").
    const bool dotted = atom.word == 0 && token.lower.size() > 1 && token.lower.back() == '.';
    if (dotted) {
      --atom.span.end;
      atom.word = ids_.Id(token.lower.substr(0, token.lower.size() - 1));
    }
    Add(atom);
    if (dotted) {
      const Span dot{token.span.end - 1, token.span.end};
      Add({.span = dot, .token = index, .type = Atom::Type::kSign, .glued = true, .sign = U'.'});
    }
  }

  void AddPieces(uint32_t index, bool glued) {
    const Token& token = analysis_[index];
    Cut(token.text, [&](const Piece& piece) {
      const Span span{token.span.begin + piece.begin, token.span.begin + piece.end};
      Atom atom{.span = span, .token = index, .type = piece.type, .sign = piece.sign};
      atom.glued = piece.begin == 0 ? glued : piece.glued;
      if (piece.sign == U'-') {
        atom.word = ids_.Id("-");
      } else if (piece.type != Atom::Type::kDigits) {
        atom.word = ids_.Id(Lowered(token.text.substr(piece.begin, piece.end - piece.begin), &buffer_));
      }
      Add(atom);
    });
  }

  const Analysis& analysis_;
  const WordIds& ids_;
  std::vector<Atom>& atoms_;
  std::string buffer_;
  bool newline_ = false;
};

}  // namespace

void CutAtoms(const Analysis& analysis, const WordIds& ids, std::vector<Atom>* atoms) {
  atoms->clear();
  Cutter(analysis, ids, atoms).Run();
}

std::vector<uint32_t> InternPhrase(std::string_view phrase, WordIds* ids) {
  std::vector<uint32_t> out;
  // Blanks part first, so that "per cent" and "u.s." are cut as tokens would be.
  for (size_t begin = 0; begin <= phrase.size();) {
    const size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const std::string_view word = phrase.substr(begin, end - begin);
    if (IsPlainWord(word)) {
      out.push_back(ids->Intern(word));
    } else {
      Cut(word,
          [&](const Piece& piece) { out.push_back(ids->Intern(word.substr(piece.begin, piece.end - piece.begin))); });
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace diurna
