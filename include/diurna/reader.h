// Reader: reads reports into records. The one class that most users need.
//
// Example:
//
//   diurna::Result<diurna::Reader> reader = diurna::Reader::Open({});
//   if (!reader.ok()) {
//     std::cerr << reader.status().message() << '\n';
//     return 1;
//   }
//   diurna::Result<diurna::Document> report = reader->Load("report.txt", {});
//   if (!report.ok()) return report.status().code() == diurna::StatusCode::kNotFound ? 2 : 1;
//   diurna::Result<diurna::Record> record = reader->Read(*report);
//   std::cout << diurna::ToJson(*record, 2) << '\n';

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
#include "diurna/version.h"

namespace diurna {

class Engine;

struct ReaderOptions {
  std::string data_folder;  // where english.model and world.gazetteer lie; empty: looked for beside the binary
  std::vector<std::string> lexicon_folders;  // a user's own entries, on top of the built-in ones
};

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

  // Fails where a data file is missing (kNotFound) or damaged, or an entry of a lexicon folder is ill-formed
  // (kBadInput); the message says which and what to do. Takes some 30 ms.
  static Result<Reader> Open(const ReaderOptions& options);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // The document in the bytes of a plain text report, in any of the encodings of docs/input.md. `name` is what messages
  // call it. Fails where the bytes are no text in such an encoding (kUnsupported) or nothing but white space
  // (kBadInput), and where they or a string of the metadata are too long (kTooLarge); see kMostReportBytes.
  Result<Document> Parse(std::string_view bytes, std::string_view name, const Metadata& metadata) const;
  // The same from a file; the document's id is the file's name without its ending, unless metadata gives one. Fails
  // also where the file cannot be read (kNotFound).
  Result<Document> Load(const std::string& path, const Metadata& metadata) const;

  // The record of one report. Fails only where Validate(document) does, with its status; what Parse and Load make never
  // does; and where memory runs out (kInternal). A report with little in it gives a short record.
  Result<Record> Read(const Document& document) const;
  Result<Record> Read(const Document& document, Workspace& workspace) const;

 private:
  explicit Reader(std::unique_ptr<const Engine> engine);
  std::unique_ptr<const Engine> engine_;
};

}  // namespace diurna

#endif  // DIURNA_READER_H_
