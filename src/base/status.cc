#include "diurna/status.h"

#include <cstdio>
#include <cstdlib>

namespace diurna {

std::string_view Name(StatusCode code) {
  switch (code) {
    case StatusCode::kOk:
      return "ok";
    case StatusCode::kNotFound:
      return "not found";
    case StatusCode::kBadInput:
      return "bad input";
    case StatusCode::kTooLarge:
      return "too large";
    case StatusCode::kUnsupported:
      return "unsupported";
    case StatusCode::kInternal:
      return "internal";
  }
  return "internal";
}

Status::Status(StatusCode code, std::string message)
    : failure_(std::make_unique<const Failure>(
          Failure{code, message.empty() ? std::string("unknown error") : std::move(message)})) {}

Status::Status(const Status& other)
    : failure_(other.ok() ? nullptr : std::make_unique<const Failure>(*other.failure_)) {}

Status& Status::operator=(const Status& other) {
  if (this != &other) *this = Status(other);
  return *this;
}

const std::string& Status::message() const {
  static const std::string none;
  return ok() ? none : failure_->message;
}

void internal::FailOnAccess(const Status& status) {
  const std::string code(Name(status.code()));
  std::fprintf(stderr, "diurna: a result was used that is a failure (%s): %s\n", code.c_str(),
               status.message().c_str());
  std::abort();
}

}  // namespace diurna
