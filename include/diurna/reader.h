// Reader: reads reports into records. The one class that most users need:
//
//   diurna::Result<diurna::Reader> reader = diurna::Reader::Open({});
//   if (!reader.ok()) { std::cerr << reader.status().message() << '\n'; return 1; }
//   diurna::Result<diurna::Document> report = diurna::LoadDocument("report.txt", {});
//   diurna::Record record = *reader->Read(*report);
//   std::cout << diurna::ToJson(record, 2);

#ifndef DIURNA_READER_H_
#define DIURNA_READER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diurna/analysis.h"
#include "diurna/document.h"
#include "diurna/record.h"
#include "diurna/status.h"

namespace diurna {

inline constexpr std::string_view kEngineName = "diurna";
inline constexpr std::string_view kEngineVersion = "0.1.0";

class Engine;

struct ReaderOptions {
  std::string data_folder;  // where english.model and world.gazetteer lie; empty: looked for beside the binary
  std::vector<std::string> lexicon_folders;  // a user's own entries, on top of the built-in ones
};

// The longest report that is read, in bytes of its file. Ten times a long one; a longer file is a book or an archive.
inline constexpr size_t kMostReportBytes = size_t{1} << 20;

// Reads the bytes of a plain text report in any of the encodings of docs/input.md. `name` is what messages call it.
// Fails where the bytes are no text, or nothing but white space, or more than kMostReportBytes.
Result<Document> ParseDocument(std::string_view bytes, std::string_view name, const Metadata& metadata);
// The same from a file; its id is the file's name without its ending, unless metadata gives one.
Result<Document> LoadDocument(const std::string& path, const Metadata& metadata);

// Const members may be called from many threads at once, each with its own Workspace.
class Reader {
 public:
  // Scratch memory of one thread; makes reading many reports allocate little.
  class Workspace {
   public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

   private:
    friend class Reader;
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  static Result<Reader> Open(const ReaderOptions& options);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // The record of one report. Fails only on what the message names; a report with little in it gives a short record.
  Result<Record> Read(const Document& document) const;
  Result<Record> Read(const Document& document, Workspace& workspace) const;

 private:
  explicit Reader(std::unique_ptr<const Engine> engine);
  std::unique_ptr<const Engine> engine_;
};

}  // namespace diurna

#endif  // DIURNA_READER_H_
