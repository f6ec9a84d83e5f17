// Lists of words and phrases, and which of them a text begins with.

#ifndef DIURNA_TEXT_PHRASES_H_
#define DIURNA_TEXT_PHRASES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace diurna {

// Words and phrases in lower case, the longest first, so that "published on" is found before "published". A value.
class Phrases {
 public:
  void Add(std::string_view phrase);

  // Bytes of the longest phrase that `text` begins with, whatever its capitals; 0 where it begins with none. Behind the
  // phrase no letter or digit may follow, unless its last character is a point.
  size_t Leading(std::string_view text) const;
  // True where `word`, in lower case, is one of them.
  bool Has(std::string_view word) const;

  std::vector<std::string>::const_iterator begin() const { return phrases_.begin(); }
  std::vector<std::string>::const_iterator end() const { return phrases_.end(); }
  bool empty() const { return phrases_.empty(); }

 private:
  std::vector<std::string> phrases_;
};

}  // namespace diurna

#endif  // DIURNA_TEXT_PHRASES_H_
