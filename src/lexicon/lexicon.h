// Lexicon: what the engine knows of the world of news, as data: TOML files compiled into one image.
//
// A file of lexicon/ is a list of entries, each an array-of-tables element: `[[unit]] ...` makes an entry of section
// "unit". lexicon/schema/ says which sections there are, which keys each has, of what kind, and from which
// vocabulary; words of the form "@name" stand for the words of that [[class]]; the compiler checks every entry against
// it and reports a bad one with file and line. The image is a flat file (kind "lexicon"): entries in the order of the
// sections, then of file names and lines, strings pooled. Floors above turn the entries that they need into tables of
// their own when a Reader is opened.

#ifndef DIURNA_LEXICON_LEXICON_H_
#define DIURNA_LEXICON_LEXICON_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/status.h"

namespace diurna {

class LexiconEntry;
struct ImageField;

// An image, opened. Const, thread-safe.
class Lexicon {
 public:
  // The one linked into the binary.
  static Result<Lexicon> BuiltIn();
  // Built-in entries with those of the folders on top. An entry of a later folder with the same section and `name` key
  // replaces the earlier one. Bad entries are listed in the message, one line each: FILE:LINE: what is wrong.
  static Result<Lexicon> WithFolders(const std::vector<std::string>& folders);
  // Over the bytes of an image, taken over.
  static Result<Lexicon> FromImage(std::string bytes);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // The entries of a section, in order; empty for a section without any. They live as long as the lexicon's content.
  std::vector<LexiconEntry> Entries(std::string_view section) const;

 private:
  friend class LexiconEntry;
  struct Impl;
  Lexicon();
  std::unique_ptr<Impl> impl_;
};

// One entry, a view into the image. Cheap to copy; valid as long as the lexicon.
class LexiconEntry {
 public:
  // The value of `key`; the fallback where the entry has none. Vocabulary and kind were checked by the compiler.
  std::string_view Text(std::string_view key, std::string_view fallback = {}) const;
  double Number(std::string_view key, double fallback = 0) const;
  bool Flag(std::string_view key, bool fallback = false) const;
  bool Has(std::string_view key) const;
  // The strings of a list; a single string counts as a list of one.
  std::vector<std::string_view> List(std::string_view key) const;
  // Of a key whose value is a table (kind "map"): its keys and values (text), in the order of the file.
  std::vector<std::pair<std::string_view, std::string_view>> Map(std::string_view key) const;

  std::string_view file() const;  // "lexicon/events.toml", as given to the compiler
  uint32_t line() const;          // of the entry's first line
  // "FILE:LINE: message", as editors and compilers know it.
  std::string Problem(std::string_view message) const;

 private:
  friend class Lexicon;
  LexiconEntry(const Lexicon::Impl* lexicon, uint32_t index) : lexicon_(lexicon), index_(index) {}
  const ImageField* Field(std::string_view key) const;

  const Lexicon::Impl* lexicon_;
  uint32_t index_;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_LEXICON_H_
