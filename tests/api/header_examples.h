// The examples in the comments of the public headers, compiled (see header_examples.py).

#ifndef DIURNA_TESTS_API_HEADER_EXAMPLES_H_
#define DIURNA_TESTS_API_HEADER_EXAMPLES_H_

#include <string>
#include <vector>

namespace diurna {

struct HeaderExample {
  std::string header;
  int (*run)();  // 0 where it went as the example says
};

const std::vector<HeaderExample>& HeaderExamples();

}  // namespace diurna

#endif  // DIURNA_TESTS_API_HEADER_EXAMPLES_H_
