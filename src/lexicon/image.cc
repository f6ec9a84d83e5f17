#include "lexicon/image.h"

#include <cstddef>

namespace diurna {

Result<LexiconImage> LexiconImage::Open(FlatFile file) {
  LexiconImage image(std::move(file));
  image.strings = image.file.Text("strings");
  image.entries = image.file.Array<ImageEntry>("entries");
  image.fields = image.file.Array<ImageField>("fields");
  image.values = image.file.Array<ImageString>("values");
  image.examples = image.file.Array<ImageExample>("examples");
  const auto inside = [](uint32_t first, uint32_t count, size_t size) {
    return first <= size && count <= size - first;
  };
  for (const ImageEntry& entry : image.entries) {
    if (!inside(entry.first_field, entry.fields, image.fields.size())) {
      return Status::BadInput("lexicon image: damaged: an entry's fields lie outside");
    }
  }
  for (const ImageField& field : image.fields) {
    if (!inside(field.first_value, field.values, image.values.size()) ||
        !inside(field.first_written, field.written, image.values.size())) {
      return Status::BadInput("lexicon image: damaged: a field's values lie outside");
    }
  }
  for (const ImageExample& example : image.examples) {
    if (example.entry >= image.entries.size()) {
      return Status::BadInput("lexicon image: damaged: an example's entry lies outside");
    }
  }
  return image;
}

}  // namespace diurna
