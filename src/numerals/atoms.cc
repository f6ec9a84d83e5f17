// A token of letters is one atom; anything else is cut into runs of letters, runs of digits with the separators between
// them, and single signs. Letters right before a currency sign stay with it ("US$"). Words are looked up as they are
// cut.

#include "numerals/atoms.h"

#include "base/utf8.h"
#include "numerals/number_words.h"

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

// Calls `emit` for every piece of `text`.
template <typename Emit>
void Cut(std::string_view text, Emit emit) {
  size_t at = 0;
  bool glued = true;
  while (at < text.size()) {
    const size_t begin = at;
    if (IsDigit(text[at]) || (text[at] == '.' && at + 1 < text.size() && IsDigit(text[at + 1]) && begin == 0)) {
      ++at;
      while (at < text.size()) {
        if (IsDigit(text[at])) {
          ++at;
        } else if ((text[at] == '.' || text[at] == ',' || text[at] == '\'') && at + 1 < text.size() &&
                   IsDigit(text[at + 1])) {
          at += 2;
        } else if (text.substr(at, 3) == "\xE2\x80\x99" && at + 3 < text.size() && IsDigit(text[at + 3])) {
          at += 4;
        } else if (at + 2 < text.size() && (text.substr(at, 2) == "\xC2\xA0") && IsDigit(text[at + 2])) {
          at += 3;
        } else if (at + 3 < text.size() &&
                   (text.substr(at, 3) == "\xE2\x80\x89" || text.substr(at, 3) == "\xE2\x80\xAF") &&
                   IsDigit(text[at + 3])) {
          at += 4;
        } else {
          break;
        }
      }
      emit(Piece{static_cast<uint32_t>(begin), static_cast<uint32_t>(at), Atom::Type::kDigits, 0, glued});
      glued = true;
      continue;
    }
    const char32_t c = DecodeUtf8(text, &at);
    if (IsSpace(c)) {
      glued = false;
      continue;
    }
    if (IsLetter(c)) {
      for (size_t next = at; next < text.size(); at = next) {
        const char32_t follows = DecodeUtf8(text, &next);
        if (IsCurrencySign(follows)) {
          at = next;
          break;
        }
        // An apostrophe or a dot inside a word ("o'clock", "u.s") belongs to it.
        if (!IsLetter(follows)) {
          if ((Plain(follows) == U'\'' || follows == '.') && next < text.size()) {
            size_t past = next;
            if (IsLetter(DecodeUtf8(text, &past))) continue;
          }
          break;
        }
      }
      emit(Piece{static_cast<uint32_t>(begin), static_cast<uint32_t>(at), Atom::Type::kWord, 0, glued});
    } else {
      emit(Piece{static_cast<uint32_t>(begin), static_cast<uint32_t>(at), Atom::Type::kSign, Plain(c), glued});
    }
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

}  // namespace

void CutAtoms(const Analysis& analysis, const NumberWords& words, std::vector<Atom>* atoms) {
  atoms->clear();
  std::string buffer;
  bool newline = false;
  for (uint32_t i = 0; i < analysis.size(); ++i) {
    const Token& token = analysis[i];
    const bool blank_before = i == 0 || analysis[i - 1].span.end != token.span.begin || analysis[i - 1].space_after;
    if (token.pos == Pos::kSpace) {
      newline |= token.text.find('\n') != std::string_view::npos;
      continue;
    }
    if (i > 0 && analysis[i - 1].pos != Pos::kSpace && blank_before && !analysis[i - 1].space_after) newline = true;
    const bool after_space = i > 0 && analysis[i - 1].pos == Pos::kSpace;
    if (IsPlainWord(token.text)) {
      Atom atom;
      atom.span = token.span;
      atom.token = i;
      atom.glued = !blank_before && !after_space;
      atom.newline = newline;
      atom.word = words.Id(token.lower);
      newline = false;
      if (atom.word == 0 && token.lower.size() > 1 && token.lower.back() == '.') {
        // The tokenizer keeps the dot of what may be an abbreviation ("40m.").
        --atom.span.end;
        atom.word = words.Id(token.lower.substr(0, token.lower.size() - 1));
        atoms->push_back(atom);
        atom = Atom{{token.span.end - 1, token.span.end}, i, Atom::Type::kSign, true, false, 0, U'.'};
      }
      atoms->push_back(atom);
      continue;
    }
    Cut(token.text, [&](const Piece& piece) {
      Atom atom;
      atom.span = {token.span.begin + piece.begin, token.span.begin + piece.end};
      atom.token = i;
      atom.type = piece.type;
      atom.glued = piece.begin == 0 ? !blank_before && !after_space : piece.glued;
      atom.newline = newline;
      newline = false;
      atom.sign = piece.sign;
      if (piece.type != Atom::Type::kDigits) {
        const std::string_view text = token.text.substr(piece.begin, piece.end - piece.begin);
        atom.word = piece.sign == U'-' ? words.Id("-") : words.Id(Lowered(text, &buffer));
      }
      atoms->push_back(atom);
    });
  }
}

std::vector<std::string> CutPhrase(std::string_view phrase) {
  std::vector<std::string> out;
  // Blanks part first, so that "per cent" and "u.s." are cut as tokens would be.
  for (size_t begin = 0; begin <= phrase.size();) {
    const size_t end = std::min(phrase.find(' ', begin), phrase.size());
    const std::string_view word = phrase.substr(begin, end - begin);
    if (IsPlainWord(word)) {
      out.emplace_back(word);
    } else {
      Cut(word, [&](const Piece& piece) { out.emplace_back(word.substr(piece.begin, piece.end - piece.begin)); });
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace diurna
