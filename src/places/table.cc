// The gazetteer's file. Names are found by hash alone: an open-addressing table of (upper half of the XXH3-64 of the
// folded name, begin of its candidate list), so that no name but the main one of each place is stored. Two names that
// agree in 32 bits of fingerprint and lie in one probe run are taken for one; with two million slots that happens to
// one unknown name in about a billion.

#include "places/table.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr char32_t kFoldLimit = 0x2100;
constexpr size_t kFoldEntry = 8;  // u8 length, 5 bytes of UTF-8, 2 reserved

// Letters that sound as one; the order matters, longer ones first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kDigraphs = {{{"sch", "s"},
                                                                                      {"dzh", "j"},
                                                                                      {"gh", "g"},
                                                                                      {"kh", "k"},
                                                                                      {"zh", "j"},
                                                                                      {"sh", "s"},
                                                                                      {"ch", "c"},
                                                                                      {"ph", "f"},
                                                                                      {"th", "t"},
                                                                                      {"dj", "j"},
                                                                                      {"ck", "k"},
                                                                                      {"x", "ks"}}};

// What one letter of a skeleton becomes; 0 drops it.
constexpr char SoundOf(char c) {
  switch (c) {
    case 'q':
    case 'c':
      return 'k';
    case 'w':
      return 'v';
    case 'z':
      return 's';
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y':
    case 'h':
    case ' ':
      return 0;
    default:
      return c;
  }
}

}  // namespace

Result<PlaceTable> PlaceTable::Open(const std::string& path) {
  Result<FlatFile> file = FlatFile::Open(path, "gazettee", 1);
  if (!file.ok()) return file.status();
  PlaceTable table(std::move(file).value());
  if (!table.Check()) return Status::BadInput(path + ": damaged: a section is missing or has the wrong size");
  // Names were folded with the entries of the source tree when the file was made; a user's own would not match it.
  const Result<Lexicon> lexicon = Lexicon::BuiltIn();
  if (!lexicon.ok()) return lexicon.status();
  for (const LexiconEntry& entry : lexicon->Entries("name_word")) {
    for (const std::string_view word : entry.List("words")) table.spelled_out_.emplace_back(word, entry.Text("name"));
  }
  return table;
}

bool PlaceTable::Check() {
  places_ = file_.Array<PlaceRecord>("places");
  strings_ = file_.Text("strings");
  countries_ = file_.Array<CountryRecord>("countries");
  neighbours_ = file_.Array<uint16_t>("neighbours");
  names_ = file_.Array<Slot>("names");
  sounds_ = file_.Array<Slot>("sounds");
  demonyms_ = file_.Array<Slot>("demonyms");
  name_lists_ = file_.Array<uint32_t>("name_lists");
  sound_lists_ = file_.Array<uint32_t>("sound_lists");
  demonym_lists_ = file_.Array<uint32_t>("demonym_lists");
  fold_ = file_.Text("fold");
  const auto power_of_two = [](size_t n) { return n != 0 && (n & (n - 1)) == 0; };
  return !places_.empty() && !strings_.empty() && strings_.back() == '\0' && !countries_.empty() &&
         power_of_two(names_.size()) && power_of_two(sounds_.size()) && power_of_two(demonyms_.size()) &&
         !name_lists_.empty() && fold_.size() == kFoldLimit * kFoldEntry;
}

void PlaceTable::Fold(std::string_view name, std::string* out) const {
  const size_t start = out->size();
  size_t word = start;
  const auto end_word = [&] {
    const std::string_view last = std::string_view(*out).substr(word);
    if (last.empty()) return;
    for (const auto& [shorter, longer] : spelled_out_) {
      if (last == shorter) {
        out->replace(word, std::string::npos, longer);
        break;
      }
    }
    out->push_back(' ');
    word = out->size();
  };
  for (size_t at = 0; at < name.size();) {
    const size_t from = at;
    const char32_t code = DecodeUtf8(name, &at);
    if (code >= kFoldLimit) {
      out->append(name.substr(from, at - from));
      continue;
    }
    const char* entry = fold_.data() + code * kFoldEntry;
    const std::string_view folded(entry + 1, std::min<size_t>(static_cast<uint8_t>(entry[0]), 5));
    for (const char c : folded) {
      if (c == ' ') {
        end_word();
      } else {
        out->push_back(c);
      }
    }
  }
  end_word();
  if (out->size() > start) out->pop_back();
  const std::string_view folded = std::string_view(*out).substr(start);
  const size_t first = folded.find(' ');
  if (first != std::string_view::npos && closed_class::kThe.Has(folded.substr(0, first))) out->erase(start, first + 1);
}

std::string PlaceTable::Sound(std::string_view folded) {
  if (folded.empty()) return {};
  std::string letters(folded);
  for (const char c : letters) {
    if (static_cast<unsigned char>(c) >= 0x80) return {};
  }
  for (const auto& [from, to] : kDigraphs) {
    for (size_t at = letters.find(from); at != std::string::npos; at = letters.find(from, at + to.size())) {
      letters.replace(at, from.size(), to);
    }
  }
  std::string sound;
  if (std::string_view("aeiouy").find(letters.front()) != std::string_view::npos) sound.push_back('a');
  for (const char c : letters) {
    const char one = SoundOf(c);
    if (one != 0) sound.push_back(one);
  }
  sound.erase(std::unique(sound.begin(), sound.end()), sound.end());
  return sound.size() >= 3 ? sound : std::string();
}

PlaceList PlaceTable::Find(std::span<const Slot> slots, std::span<const uint32_t> lists, std::string_view key) {
  if (key.empty()) return {};
  const uint64_t hash = XXH3_64bits(key.data(), key.size());
  const size_t mask = slots.size() - 1;
  const uint32_t fingerprint = static_cast<uint32_t>(hash >> 32);
  size_t at = hash & mask;
  for (size_t probes = 0; probes <= mask && slots[at].begin != kNoPlace; ++probes, at = (at + 1) & mask) {
    if (slots[at].fingerprint != fingerprint) continue;
    const size_t begin = slots[at].begin;
    size_t end = begin;
    while (end < lists.size() && (lists[end] & PlaceList::kLast) == 0) ++end;
    if (end >= lists.size()) return {};
    return PlaceList(lists.subspan(begin, end + 1 - begin));
  }
  return {};
}

uint16_t PlaceTable::Country(std::string_view code) const {
  for (size_t i = 0; i < countries_.size(); ++i) {
    if (countries_[i].Code() == code) return static_cast<uint16_t>(i);
  }
  return kNoCountry;
}

bool PlaceTable::Neighbours(uint16_t one, uint16_t other) const {
  if (one >= countries_.size() || other >= countries_.size()) return false;
  const CountryRecord& country = countries_[one];
  if (country.neighbours_begin + country.neighbours_count > neighbours_.size()) return false;
  const auto list = neighbours_.subspan(country.neighbours_begin, country.neighbours_count);
  return std::find(list.begin(), list.end(), other) != list.end();
}

}  // namespace diurna
