// Status and Result: how every call of the public API tells of failure. No exception crosses the API.
//
// Example:
//
//   const auto half = [](int number) -> diurna::Result<int> {
//     if (number % 2 != 0) return diurna::Status::BadInput("the number is odd");
//     return number / 2;
//   };
//   const diurna::Result<int> three = half(6);
//   if (!three.ok()) std::cerr << three.status().message() << '\n';
//   if (half(7).status().code() == diurna::StatusCode::kBadInput) std::cout << *three << '\n';  // 3

#ifndef DIURNA_STATUS_H_
#define DIURNA_STATUS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace diurna {

// What kind of failure it is. Callers decide by this; the words of messages may change.
enum class StatusCode : uint8_t {
  kOk,
  kNotFound,     // a file, folder or row that was named is not there or cannot be opened
  kBadInput,     // it is there, but is not what it has to be: damaged, ill-formed, against its rules
  kTooLarge,     // longer than what is read
  kUnsupported,  // well-formed, but of a kind that is not read, or not on this machine
  kInternal,     // the machine or the engine failed, whatever the input
};

// "ok", "not found", "bad input", "too large", "unsupported", "internal".
std::string_view Name(StatusCode code);

// The outcome of a call: ok, or a code for the caller and a message for a person that says what was wrong, where, and
// what to do. One null pointer when ok. Safe to copy and to share between threads.
class [[nodiscard]] Status {
 public:
  Status() = default;  // ok
  static Status Ok() { return {}; }
  static Status NotFound(std::string message) { return {StatusCode::kNotFound, std::move(message)}; }
  static Status BadInput(std::string message) { return {StatusCode::kBadInput, std::move(message)}; }
  static Status TooLarge(std::string message) { return {StatusCode::kTooLarge, std::move(message)}; }
  static Status Unsupported(std::string message) { return {StatusCode::kUnsupported, std::move(message)}; }
  static Status Internal(std::string message) { return {StatusCode::kInternal, std::move(message)}; }

  Status(const Status& other);
  Status& operator=(const Status& other);
  Status(Status&&) noexcept = default;
  Status& operator=(Status&&) noexcept = default;
  ~Status() = default;

  bool ok() const { return failure_ == nullptr; }
  StatusCode code() const { return ok() ? StatusCode::kOk : failure_->code; }
  // Empty when ok; valid as long as this status.
  const std::string& message() const;
  // The same code with another message; requires a failure.
  Status WithMessage(std::string message) const { return {code(), std::move(message)}; }

 private:
  struct Failure {
    StatusCode code;
    std::string message;
  };
  Status(StatusCode code, std::string message);

  std::unique_ptr<const Failure> failure_;
};

namespace internal {
// Prints the message to standard error and aborts.
[[noreturn]] void FailOnAccess(const Status& status);
}  // namespace internal

// A value, or the status that says why there is none. Whoever asks for a value that is not there ends the process with
// the status's message: test ok() first.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}        // NOLINT(google-explicit-constructor)
  Result(Status status) : value_(std::move(status)) {  // NOLINT(google-explicit-constructor)
    if (std::get<Status>(value_).ok()) value_ = Status::Internal("a result without a value or a failure");
  }

  bool ok() const { return std::holds_alternative<T>(value_); }
  explicit operator bool() const { return ok(); }
  Status status() const { return ok() ? Status() : std::get<Status>(value_); }

  // Each requires ok().
  T& value() & {
    Require();
    return *std::get_if<T>(&value_);
  }
  const T& value() const& {
    Require();
    return *std::get_if<T>(&value_);
  }
  T&& value() && {
    Require();
    return std::move(*std::get_if<T>(&value_));
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  void Require() const {
    if (!ok()) internal::FailOnAccess(*std::get_if<Status>(&value_));
  }

  std::variant<T, Status> value_;
};

}  // namespace diurna

#endif  // DIURNA_STATUS_H_
