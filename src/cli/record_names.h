// Names for the files of the records of one run: each report has one of its own, whatever its id.

#ifndef DIURNA_CLI_RECORD_NAMES_H_
#define DIURNA_CLI_RECORD_NAMES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace diurna {

enum class RecordNaming : uint8_t { kOfId, kTaken, kTooLong };

struct RecordName {
  std::string file;                           // with its ending
  RecordNaming naming = RecordNaming::kOfId;  // whether it is that of the id, or why not
};

// Names depend on the ids and their order alone, so that the same run gives the same files. Not thread-safe.
class RecordNames {
 public:
  // The name of the next record. What a file's name cannot hold ('/', control characters, a point in front) is '_'. An
  // id whose name was given away (names that differ only in case, or in how Unicode writes a letter, are one, as some
  // file systems have it) gets "-2", "-3" and so on; one that is too long ends in a hash of it.
  RecordName NameOf(std::string_view id);

 private:
  std::map<std::string, uint64_t> given_;  // folded names, each with the last number that was given behind it
};

}  // namespace diurna

#endif  // DIURNA_CLI_RECORD_NAMES_H_
