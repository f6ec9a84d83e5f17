// Reads the tables of tests/language/data, and the parts of the model that they are held against.

#ifndef DIURNA_TESTS_LANGUAGE_REFERENCE_DATA_H_
#define DIURNA_TESTS_LANGUAGE_REFERENCE_DATA_H_

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/attribute_ruler.h"
#include "language/attributes.h"
#include "language/lemmatizer.h"
#include "language/network_dump.h"
#include "language/tokenizer.h"
#include "language/unicode.h"

namespace diurna {

// The tables of the model without its network.
struct Tables {
  FlatFile model;
  Unicode unicode;
  Attributes attributes;
  Tokenizer tokenizer;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

// Ends the test program when the model file is missing or damaged: every test here would fail.
inline const Tables& ModelTables() {
  static const Tables tables = [] {
    Result<FlatFile> model = OpenModel();
    if (!model.ok()) {
      std::cerr << model.status().message() << '\n';
      std::abort();
    }
    const Unicode unicode = Unicode::Load(*model).value();
    const Attributes attributes = Attributes::Load(*model, unicode).value();
    Tokenizer tokenizer = Tokenizer::Load(*model, unicode, attributes).value();
    AttributeRuler ruler = AttributeRuler::Load(*model).value();
    Lemmatizer lemmatizer = Lemmatizer::Load(*model, unicode).value();
    return Tables{std::move(*model), unicode, attributes, std::move(tokenizer), std::move(ruler), lemmatizer};
  }();
  return tables;
}

inline std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out.push_back(text[i]);
      continue;
    }
    switch (text[++i]) {
      case 'n':
        out.push_back('\n');
        break;
      case 't':
        out.push_back('\t');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 'u':
        AppendUtf8(static_cast<char32_t>(std::stoul(std::string(text.substr(i + 1, 4)), nullptr, 16)), &out);
        i += 4;
        break;
      default:
        out.push_back(text[i]);
    }
  }
  return out;
}

// The rows of a table, columns unescaped.
inline std::vector<std::vector<std::string>> ReadTable(const std::string& name) {
  std::ifstream file(DIURNA_SOURCE_DIR "/tests/language/data/" + name, std::ios::binary);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  while (std::getline(file, line)) {
    std::vector<std::string>& row = rows.emplace_back();
    const std::string_view columns = line;
    for (size_t at = 0; at <= columns.size();) {
      const size_t tab = std::min(columns.find('\t', at), columns.size());
      row.push_back(Unescape(columns.substr(at, tab - at)));
      at = tab + 1;
    }
  }
  return rows;
}

// A text of tokens.tsv or readings.tsv, with the rows of its tokens.
struct ReferenceText {
  std::string text;
  std::vector<uint32_t> breaks;
  std::vector<std::vector<std::string>> tokens;
};

inline std::vector<ReferenceText> ReadTexts(const std::string& name) {
  std::vector<ReferenceText> texts;
  for (std::vector<std::string>& row : ReadTable(name)) {
    if (row.size() == 1 && row[0].starts_with("> ")) {
      texts.emplace_back().text = row[0].substr(2);
    } else if (row.size() == 1 && row[0].starts_with("! ")) {
      std::istringstream offsets(row[0].substr(2));
      uint32_t offset = 0;
      while (offsets >> offset) texts.back().breaks.push_back(offset);
    } else {
      texts.back().tokens.push_back(std::move(row));
    }
  }
  return texts;
}

}  // namespace diurna

#endif  // DIURNA_TESTS_LANGUAGE_REFERENCE_DATA_H_
