// What a Lexicon is inside: an image, and its bytes where they are its own.

#ifndef DIURNA_LEXICON_LEXICON_IMPL_H_
#define DIURNA_LEXICON_LEXICON_IMPL_H_

#include <memory>
#include <string>
#include <utility>

#include "lexicon/image.h"
#include "lexicon/lexicon.h"

namespace diurna {

struct Lexicon::Impl {
  explicit Impl(LexiconImage opened) : image(std::move(opened)) {}
  std::shared_ptr<const std::string> bytes;  // null for the image linked in
  LexiconImage image;
};

}  // namespace diurna

#endif  // DIURNA_LEXICON_LEXICON_IMPL_H_
