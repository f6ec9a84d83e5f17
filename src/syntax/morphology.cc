#include "syntax/morphology.h"

namespace diurna {

std::string_view SingularOf(std::string_view lower) {
  for (const std::string_view ending : {"ches", "shes", "sses", "xes"}) {
    if (lower.size() > ending.size() + 1 && lower.ends_with(ending)) return lower.substr(0, lower.size() - 2);
  }
  if (lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("ies")) {
    return lower.substr(0, lower.size() - 1);
  }
  return lower;
}

std::string_view WithoutFinalS(std::string_view lower) {
  return lower.size() > 3 && lower.ends_with('s') ? lower.substr(0, lower.size() - 1) : std::string_view();
}

std::string SingularOfMen(std::string_view lower) {
  constexpr std::string_view kMen = "men", kMan = "man";
  if (!lower.ends_with(kMen)) return {};
  return std::string(lower.substr(0, lower.size() - kMen.size())).append(kMan);
}

bool EndsLikeADoer(std::string_view lemma) {
  constexpr size_t kShortest = 5;
  if (lemma.size() < kShortest) return false;
  for (const std::string_view ending : {"er", "or", "ist", "ian", "ee"}) {
    if (lemma.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace diurna
