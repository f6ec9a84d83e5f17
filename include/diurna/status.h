// Status and Result: how every call of the public API tells of failure. No exception crosses the API.

#ifndef DIURNA_STATUS_H_
#define DIURNA_STATUS_H_

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace diurna {

// The outcome of a call: ok, or a message for a person that says what was wrong, where, and what to do.
// Costs one pointer-sized test on success. Safe to copy and to share between threads.
class [[nodiscard]] Status {
 public:
  Status() = default;  // ok
  static Status Ok() { return {}; }
  static Status Error(std::string message) {
    Status status;
    status.message_ = message.empty() ? "unknown error" : std::move(message);
    return status;
  }

  bool ok() const { return message_.empty(); }
  // Empty when ok.
  const std::string& message() const { return message_; }

 private:
  std::string message_;
};

// A value, or the status that says why there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Status status) : value_(std::move(status)) {  // NOLINT(google-explicit-constructor)
    assert(!std::get<Status>(value_).ok());
  }

  bool ok() const { return std::holds_alternative<T>(value_); }
  explicit operator bool() const { return ok(); }
  Status status() const { return ok() ? Status() : std::get<Status>(value_); }

  // Each requires ok().
  T& value() & { return std::get<T>(value_); }
  const T& value() const& { return std::get<T>(value_); }
  T&& value() && { return std::get<T>(std::move(value_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Status> value_;
};

}  // namespace diurna

#endif  // DIURNA_STATUS_H_
