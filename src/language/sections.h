// Reading the network's sections of a model file, with their sizes checked.

#ifndef DIURNA_LANGUAGE_SECTIONS_H_
#define DIURNA_LANGUAGE_SECTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/status.h"
#include "language/kernels.h"

namespace diurna {

// Reads sections and remembers the first that was missing or of another size than wanted.
class SectionReader {
 public:
  explicit SectionReader(const FlatFile& model) : model_(model) {}

  // Null, or empty, when the section is not of that size.
  const float* Floats(const std::string& name, size_t count);
  Panels Matrix(const std::string& name, uint32_t inputs, uint32_t panels);
  std::span<const uint32_t> Integers(const std::string& name, size_t count);
  // The lines of a text section.
  std::vector<std::string_view> Lines(const std::string& name);

  const Status& status() const { return status_; }

 private:
  void Fail(const std::string& name, size_t wanted);

  const FlatFile& model_;
  Status status_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_SECTIONS_H_
