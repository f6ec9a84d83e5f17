// The option --published: what is wrong with a date, in words that say what to write.

#ifndef DIURNA_CLI_PUBLISHED_H_
#define DIURNA_CLI_PUBLISHED_H_

#include <string>

namespace diurna {

// Why `value` is no date of publication; empty where it is one, or empty.
std::string PublishedProblem(const std::string& value);

}  // namespace diurna

#endif  // DIURNA_CLI_PUBLISHED_H_
