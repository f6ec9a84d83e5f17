// Lexicon: what the engine knows of the world of news, as data: TOML files compiled into one image.
//
// A file of lexicon/ is a list of entries, each an array-of-tables element: `[[unit]] ...` makes an entry of section
// "unit". lexicon/schema/ says which sections there are, which keys each has, of what kind, and from which
// vocabulary; words of the form "@name" stand for the words of that [[class]]; the compiler checks every entry against
// it and reports a bad one with file and line. A user's own folders are put on top (docs/lexicon.md). The image is a
// flat file (kind "lexicon"): entries in the order of the sections' names, then of file names and lines, strings
// pooled. Floors above turn the entries that they need into tables of their own when a Reader is opened.

#ifndef DIURNA_LEXICON_LEXICON_H_
#define DIURNA_LEXICON_LEXICON_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diurna/status.h"
#include "diurna/vocabulary.h"

namespace diurna {

class LexiconEntry;
struct ImageEntry;
struct ImageField;
struct LexiconExample;

// An image, opened. Const, thread-safe.
class Lexicon {
 public:
  // The one linked into the binary.
  static Result<Lexicon> BuiltIn();
  // Built-in entries with those of the folders on top, each on those named before it: an entry replaces the one with
  // its section and `name`, or adds to the one that it extends (overlay.h); classes are put in afterwards, so that
  // words added to one reach every entry that names it. A first folder with a subfolder "schema" is a lexicon of its
  // own and stands in for the built-in one. Bad entries are listed in the message, one line each: FILE:LINE: what is
  // wrong.
  static Result<Lexicon> WithFolders(const std::vector<std::string>& folders);
  // Over the bytes of an image, taken over.
  static Result<Lexicon> FromImage(std::string bytes);

  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  // The entries of a section, in order; empty for a section without any. They live as long as the lexicon's content.
  std::vector<LexiconEntry> Entries(std::string_view section) const;
  // What entries say that they must read and leave alone, in the order of the entries.
  std::vector<LexiconExample> Examples() const;

 private:
  friend class LexiconEntry;
  struct Impl;
  explicit Lexicon(std::unique_ptr<const Impl> impl);
  std::unique_ptr<const Impl> impl_;
};

// One entry, a view into the image. Cheap to copy; valid as long as the lexicon.
class LexiconEntry {
 public:
  // The value of `key`; the fallback where the entry has none. Vocabulary and kind were checked by the compiler.
  std::string_view Text(std::string_view key, std::string_view fallback = {}) const;
  double Number(std::string_view key, double fallback = 0) const;
  bool Flag(std::string_view key, bool fallback = false) const;
  bool Has(std::string_view key) const;
  // The value of a key with the vocabulary E ("vocabulary" in the schema); nothing where the entry has none, or one of
  // the key's further values.
  template <Vocabulary E>
  std::optional<E> Term(std::string_view key) const {
    return Parse<E>(Text(key));
  }
  // The strings of a list; a single string counts as a list of one.
  std::vector<std::string_view> List(std::string_view key) const;
  // Of a key whose value is a table (kind "map"): its keys and values (text), in the order of the file.
  std::vector<std::pair<std::string_view, std::string_view>> Map(std::string_view key) const;

  std::string_view file() const;  // "lexicon/events.toml", as given to the compiler
  uint32_t line() const;          // of the entry's first line
  std::string_view section() const;
  std::string_view name() const;  // empty without one
  // "FILE:LINE" of each entry that added to this one.
  std::vector<std::string_view> ExtendedBy() const;
  // "FILE:LINE: message", as editors and compilers know it.
  std::string Problem(std::string_view message) const;

  // Whether both are the same entry of the same lexicon.
  bool operator==(const LexiconEntry&) const = default;

 private:
  friend class Lexicon;
  LexiconEntry(const Lexicon::Impl* lexicon, uint32_t index) : lexicon_(lexicon), index_(index) {}
  const ImageEntry& Self() const;
  const ImageField* Field(std::string_view key) const;

  const Lexicon::Impl* lexicon_;
  uint32_t index_;
};

// A sentence that the entry must read, or must leave alone, and where it is written.
struct LexiconExample {
  LexiconEntry entry;
  std::string_view sentence;
  std::string_view file;
  uint32_t line = 0;
  bool counter = false;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_LEXICON_H_
