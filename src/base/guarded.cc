#include "base/guarded.h"

#include <fmt/format.h>

#include <exception>
#include <new>

#include "base/terminal.h"

namespace diurna {

Status FailureOfException(std::string_view name) {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return Status::Internal(
        fmt::format("{}: takes more memory than there is; split it, or read it with less beside it", ShownName(name)));
  } catch (const std::exception& error) {
    return Status::Internal(
        fmt::format("{}: could not be read for a fault of the program: {}", ShownName(name), error.what()));
  } catch (...) {
    return Status::Internal(fmt::format("{}: could not be read for a fault of the program", ShownName(name)));
  }
}

}  // namespace diurna
