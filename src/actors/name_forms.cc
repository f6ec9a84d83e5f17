#include "actors/name_forms.h"

#include <algorithm>

#include "base/ascii.h"
#include "syntax/closed_class.h"

namespace diurna {

namespace {

constexpr size_t kShortestWithArticle = 6;  // letters of a part that an article is cut off from
constexpr size_t kMostInitials = 7;         // letters and dots

// Without an article that a hyphen joins to it.
std::string WithoutArticle(std::string part, const ActorWords& words) {
  const size_t hyphen = part.find('-');
  if (part.size() < kShortestWithArticle || hyphen == std::string::npos) return part;
  const std::string_view article = std::string_view(part).substr(0, hyphen + 1);
  if (words.Find(article).Is(ActorWord::kNameArticle)) part.erase(0, hyphen + 1);
  return part;
}

}  // namespace

std::vector<std::string> NameParts(std::string_view name, const ActorWords& words) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) parts.push_back(WithoutArticle(ToAsciiLower(name.substr(begin, end - begin)), words));
    begin = end + 1;
  }
  if (parts.size() > 1 && words.Find(parts.back()).Is(ActorWord::kNameSuffix)) parts.pop_back();
  return parts;
}

bool IsInitial(std::string_view part) { return part.size() == 1 || (part.size() == 2 && part.back() == '.'); }

bool AreInitials(std::string_view letters, std::string_view name) {
  if (letters.size() < 2 || letters.size() > kMostInitials) return false;
  std::string plain;
  for (const char c : letters) {
    if (!IsAsciiUpper(c) && c != '.') return false;
    if (c != '.') plain += c;
  }
  std::string all, capital;
  bool start = true;
  for (const char c : name) {
    const bool separates = c == ' ' || c == '-';
    if (start && !separates) {
      all += ToAsciiUpper(c);
      if (IsAsciiUpper(c)) capital += c;
    }
    start = separates;
  }
  return plain.size() >= 2 && capital.size() >= 2 && (plain == capital || plain == all);
}

std::string BodyKey(std::string_view name) {
  std::string key = ToAsciiLower(name);
  const size_t blank = key.find(' ');
  if (blank != std::string::npos && closed_class::kThe.Has(std::string_view(key).substr(0, blank))) {
    key.erase(0, blank + 1);
  }
  return key;
}

bool IsShortForm(std::string_view less, std::string_view more, const ActorWords& words) {
  if (more.size() <= less.size() + 1 || !more.starts_with(less) || more[less.size()] != ' ') return false;
  const std::vector<std::string> rest = NameParts(more.substr(less.size() + 1), words);
  return std::all_of(rest.begin(), rest.end(),
                     [&](const std::string& word) { return words.Find(word).Is(ActorWord::kCompanySuffix); });
}

}  // namespace diurna
