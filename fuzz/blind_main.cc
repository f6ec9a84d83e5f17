// Stands in for libFuzzer where the compiler has none: runs a target over seeds and over mutations of them that no
// coverage guides, the same ones each time.
//
//   TARGET [-dict=FILE] [-runs=N] SEED...    seeds are files, or folders of them

#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr size_t kLongest = 16384;

std::string BytesOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str().substr(0, kLongest);
}

// The words of a dictionary, "\xAB" undone.
std::vector<std::string> ReadDictionary(const std::string& path) {
  std::vector<std::string> words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.size() < 2 || line.front() != '"') continue;
    std::string word;
    for (size_t at = 1; at + 1 < line.size(); ++at) {
      if (line.compare(at, 2, "\\x") == 0) {
        word.push_back(static_cast<char>(std::stoi(line.substr(at + 2, 2), nullptr, 16)));
        at += 3;
      } else {
        word.push_back(line[at]);
      }
    }
    words.push_back(word);
  }
  return words;
}

class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, std::vector<std::string> words)
      : seeds_(std::move(seeds)), words_(std::move(words)) {}

  std::string Next() {
    std::string bytes = Any(seeds_);
    for (size_t i = 1 + random_() % 12; i > 0; --i) Mutate(&bytes);
    return bytes.substr(0, kLongest);
  }

 private:
  const std::string& Any(const std::vector<std::string>& of) { return of[random_() % of.size()]; }

  void Mutate(std::string* bytes) {
    const size_t at = bytes->empty() ? 0 : random_() % bytes->size();
    const size_t length = 1 + random_() % 40;
    switch (random_() % 6) {
      case 0:
        bytes->insert(at, 1, static_cast<char>(random_()));
        break;
      case 1:
        bytes->erase(at, length);
        break;
      case 2:
        if (!bytes->empty()) (*bytes)[at] = static_cast<char>(random_());
        break;
      case 3: {
        const std::string piece = bytes->substr(at, length);
        for (size_t times = random_() % 20; times > 0; --times) bytes->insert(at, piece);
        break;
      }
      case 4: {
        const std::string& other = Any(seeds_);
        if (!other.empty()) bytes->insert(at, other.substr(random_() % other.size(), 5 * length));
        break;
      }
      default:
        if (!words_.empty()) bytes->insert(at, " " + Any(words_) + " ");
    }
  }

  std::vector<std::string> seeds_, words_;
  std::mt19937_64 random_{20240306};
};

void Run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> seeds, words;
  size_t runs = 0;
  for (const std::string_view argument : std::vector<std::string_view>(argv + 1, argv + argc)) {
    if (argument.starts_with("-dict=")) {
      words = ReadDictionary(std::string(argument.substr(6)));
    } else if (argument.starts_with("-runs=")) {
      runs = std::stoul(std::string(argument.substr(6)));
    } else if (std::filesystem::is_directory(argument)) {
      for (const auto& entry : std::filesystem::directory_iterator(argument)) {
        if (entry.is_regular_file()) seeds.push_back(BytesOf(entry.path()));
      }
    } else {
      seeds.push_back(BytesOf(argument));
    }
  }
  if (seeds.empty()) seeds.emplace_back();
  for (const std::string& seed : seeds) Run(seed);
  Mutator mutator(seeds, words);
  for (size_t i = 0; i < runs; ++i) {
    const std::string bytes = mutator.Next();
    // Left behind where the target ends the process.
    std::ofstream("last-input", std::ios::binary) << bytes;
    Run(bytes);
  }
  std::cout << seeds.size() << " seeds and " << runs << " mutations ran without a finding\n";
  return 0;
}
