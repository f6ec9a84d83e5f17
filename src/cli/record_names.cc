#include "cli/record_names.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "base/sha256.h"
#include "base/terminal.h"
#include "base/utf8.h"

namespace diurna {
namespace {

constexpr std::string_view kEnding = ".json";
// File systems take 255 bytes; a number and the ending must have room.
constexpr size_t kMostBytes = 200;

// A name that a folder can hold.
std::string Harmless(std::string_view id) {
  std::string name;
  for (size_t at = 0; at < id.size();) {
    const char32_t point = DecodeUtf8(id, &at);
    AppendUtf8(point == '/' || IsTerminalControl(point) ? '_' : point, &name);
  }
  if (name.empty()) name = "report";
  if (name[0] == '.') name[0] = '_';
  return name;
}

std::string Shortened(const std::string& name, std::string_view id) {
  constexpr size_t kHashDigits = 12;
  size_t end = kMostBytes - kHashDigits - 1;
  while (end > 0 && IsUtf8Continuation(name[end])) --end;
  return fmt::format("{}-{}", name.substr(0, end), Sha256(id).substr(0, kHashDigits));
}

// Equal for names that a file system may take for one.
std::string Folded(const std::string& name) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(name.data()),
                                             static_cast<utf8proc_ssize_t>(name.size()), &folded, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, std::free);
  return size < 0 ? name : std::string(reinterpret_cast<const char*>(folded), static_cast<size_t>(size));
}

}  // namespace

RecordName RecordNames::NameOf(std::string_view id) {
  std::string name = Harmless(id);
  const bool too_long = name.size() > kMostBytes;
  if (too_long) name = Shortened(name, id);
  const auto [at, first] = given_.emplace(Folded(name), 1);
  if (first) {
    return {name + std::string(kEnding), too_long ? RecordNaming::kTooLong : RecordNaming::kOfId};
  }
  while (true) {
    const std::string numbered = fmt::format("{}-{}", name, ++at->second);
    if (given_.emplace(Folded(numbered), 1).second) return {numbered + std::string(kEnding), RecordNaming::kTaken};
  }
}

}  // namespace diurna
