// What a Lexicon is inside: images and references to their entries.

#ifndef DIURNA_LEXICON_LEXICON_IMPL_H_
#define DIURNA_LEXICON_LEXICON_IMPL_H_

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/flat_file.h"
#include "diurna/status.h"
#include "lexicon/image.h"
#include "lexicon/lexicon.h"

namespace diurna {

// An image with its arrays, checked to lie inside.
struct LexiconImage {
  static Result<LexiconImage> Open(FlatFile file);

  FlatFile file;
  std::string_view strings;
  std::span<const ImageEntry> entries;
  std::span<const ImageField> fields;
  std::span<const ImageString> values;

 private:
  explicit LexiconImage(FlatFile opened) : file(std::move(opened)) {}
};

struct Lexicon::Impl {
  struct Ref {
    const LexiconImage* image;
    const ImageEntry* entry;
  };
  // Adds the entries of an image; a named entry replaces one of the same section and name of an earlier image.
  void Add(LexiconImage image);

  std::deque<std::string> owned;    // bytes of images that are not linked in
  std::deque<LexiconImage> images;  // a deque: references to its members stay
  std::vector<Ref> refs;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_LEXICON_IMPL_H_
