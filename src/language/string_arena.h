// StringArena: keeps strings whose views stay valid until it is cleared.

#ifndef DIURNA_LANGUAGE_STRING_ARENA_H_
#define DIURNA_LANGUAGE_STRING_ARENA_H_

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace diurna {

// Movable, not copyable. Views survive a move.
class StringArena {
 public:
  std::string_view Keep(std::string_view string) {
    if (string.empty()) return {};
    if (at_ == nullptr || string.size() > left_) {
      const size_t size = std::max(kBlock, string.size());
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
      at_ = blocks_.back().get();
      left_ = size;
      bytes_ += size;
    }
    char* const kept = at_;
    std::memcpy(kept, string.data(), string.size());
    at_ += string.size();
    left_ -= string.size();
    return {kept, string.size()};
  }

  void Clear() {
    blocks_.clear();
    at_ = nullptr;
    left_ = bytes_ = 0;
  }

  // Bytes held.
  size_t bytes() const { return bytes_; }

 private:
  static constexpr size_t kBlock = 1 << 16;

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* at_ = nullptr;
  size_t left_ = 0;
  size_t bytes_ = 0;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_STRING_ARENA_H_
