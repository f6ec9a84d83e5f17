// The same report laid out in other ways.

#ifndef DIURNA_TESTS_SUPPORT_LAYOUTS_H_
#define DIURNA_TESTS_SUPPORT_LAYOUTS_H_

#include <string>
#include <string_view>
#include <vector>

namespace diurna {

struct Layout {
  std::string_view name;
  std::string (*apply)(std::string_view text);  // from UTF-8 with LF to the bytes of a file
};

// Those that may change nothing.
const std::vector<Layout>& Layouts();
// Lines broken at a column, and the same with Windows line ends: they may change nothing where empty lines part the
// paragraphs.
const std::vector<Layout>& BrokenLayouts();

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_LAYOUTS_H_
