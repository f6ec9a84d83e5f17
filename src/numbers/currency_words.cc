// A sense is its currency's own where no other currency has the noun or sign; only then it overrules a sign before the
// number. A default sign of one letter is not: it is too short to say so much.

#include "numbers/currency_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "numerals/atoms.h"

namespace diurna {

namespace {

bool Has(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// A code of `size` capitals.
bool IsCode(std::string_view text, size_t size) {
  return text.size() == size && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

class CurrencyWordsReader {
 public:
  CurrencyWordsReader(WordIds* ids, EntryProblems* problems, CurrencyWords* out)
      : ids_(ids), problems_(problems), out_(*out) {}

  void Read(const Lexicon& lexicon) {
    for (const LexiconEntry& entry : lexicon.Entries("currency")) {
      Check(entry);
      Add(entry);
    }
    for (auto& [sign, senses] : out_.signs_) {
      if (senses.size() == 1) senses.front().own = !senses.front().is_default || sign.size() > 1;
    }
    for (auto& [noun, senses] : nouns_) {
      if (senses.size() == 1) senses.front().own = true;
      out_.nouns_.Add(InternPhrase(noun, ids_), static_cast<uint32_t>(out_.noun_senses_.size()));
      out_.noun_senses_.push_back(std::move(senses));
    }
  }

 private:
  void Check(const LexiconEntry& entry) {
    const std::string_view code = entry.Text("name");
    if (!IsCode(code, 3)) {
      problems_->Add(entry, fmt::format("name: \"{}\" is no ISO 4217 code: three capitals", code));
    }
    for (const std::string_view country : entry.List("countries")) {
      if (IsCode(country, 2)) continue;
      problems_->Add(entry, fmt::format("countries: \"{}\" is no ISO 3166-1 alpha-2 code: two capitals", country));
    }
    for (const std::string_view word : entry.List("default")) {
      if (Has(entry.List("nouns"), word) || Has(entry.List("signs"), word) || Has(entry.List("parts"), word)) continue;
      problems_->Add(entry, fmt::format("default: \"{}\" stands in none of nouns, signs and parts", word));
    }
  }

  void Add(const LexiconEntry& entry) {
    const uint32_t index = static_cast<uint32_t>(out_.currencies_.size());
    Currency& currency = out_.currencies_.emplace_back();
    currency.code = entry.Text("name");
    for (const std::string_view country : entry.List("countries")) currency.countries.emplace_back(country);
    for (const std::string_view adjective : entry.List("adjectives")) {
      currency.adjectives.push_back(InternPhrase(adjective, ids_));
    }
    const std::vector<std::string_view> defaults = entry.List("default"), parts = entry.List("parts");
    const auto sense = [&](std::string_view word, bool part) {
      return CurrencySense{index, Has(defaults, word), part, false};
    };
    for (const std::string_view noun : entry.List("nouns")) nouns_[std::string(noun)].push_back(sense(noun, false));
    for (const std::string_view noun : parts) nouns_[std::string(noun)].push_back(sense(noun, true));
    for (const std::string_view sign : entry.List("signs")) {
      out_.signs_[std::string(sign)].push_back(sense(sign, Has(parts, sign)));
    }
  }

  WordIds* ids_;
  EntryProblems* problems_;
  CurrencyWords& out_;
  std::map<std::string, std::vector<CurrencySense>, std::less<>> nouns_;
};

CurrencyWords::CurrencyWords(const Lexicon& lexicon, WordIds* ids, EntryProblems* problems) {
  CurrencyWordsReader(ids, problems, this).Read(lexicon);
}

const std::vector<CurrencySense>* CurrencyWords::SensesOfSign(std::string_view sign) const {
  const auto found = signs_.find(sign);
  return found == signs_.end() ? nullptr : &found->second;
}

}  // namespace diurna
