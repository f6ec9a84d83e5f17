// Language: from text to Analysis. The trip, one file a pass:
//   tokenizer -> attributes -> embedding -> encoder -> tagger -> parser -> attribute ruler -> lemmatizer -> names

#ifndef DIURNA_LANGUAGE_LANGUAGE_H_
#define DIURNA_LANGUAGE_LANGUAGE_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "diurna/analysis.h"
#include "diurna/status.h"

namespace diurna {

// The English model. Const members may be called from many threads at once, each with its own Workspace.
class Language {
 public:
  // Scratch memory and caches of one thread; after warm-up an analysis allocates nothing per token.
  class Workspace {
   public:
    Workspace();
    ~Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;

   private:
    friend class Language;
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  // Maps the model file made by model/convert_language.py. The message of a failure names the file.
  static Result<Language> Open(const std::string& path);
  Language(Language&&) noexcept;
  Language& operator=(Language&&) noexcept;
  ~Language();

  // Analyses a text of valid UTF-8. `breaks` are byte offsets, in order, where a sentence is known to start (the lines
  // of a report); the parser finds the others. The text and this object must outlive the result.
  Analysis Analyze(std::string_view text, Workspace& workspace, std::span<const uint32_t> breaks = {}) const;
  // The same with a workspace of its own.
  Analysis Analyze(std::string_view text) const;

 private:
  Language();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_LANGUAGE_H_
