// The neural half of the language layer: embedding, encoder, tagger, parser and name recogniser over one document.

#ifndef DIURNA_LANGUAGE_NETWORK_H_
#define DIURNA_LANGUAGE_NETWORK_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "diurna/analysis.h"
#include "diurna/status.h"
#include "language/features.h"

namespace diurna {

// The decisions over one document's tokens. Kept by the caller and filled again for each document.
struct Decisions {
  std::vector<uint16_t> tag;            // index into Network::tag_names()
  std::vector<uint32_t> head;           // token index; its own at a root
  std::vector<uint16_t> label;          // index into Network::label_names(), after deprojectivising
  std::vector<uint8_t> sentence_start;  // 1 where a sentence starts
  std::vector<Entity> entities;         // in the order of the text
};

// Const and re-entrant: one Network serves all threads, each with its own Workspace.
class Network {
 public:
  class Workspace;  // scratch memory and caches of one thread

  // Reads its sections of the model file, which must outlive it.
  static Result<Network> Load(const FlatFile& model);
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  std::unique_ptr<Workspace, void (*)(Workspace*)> MakeWorkspace() const;
  void Run(std::span<const TokenFeatures> tokens, Workspace& workspace, Decisions& out) const;

  std::span<const std::string_view> tag_names() const;
  std::span<const std::string_view> label_names() const;

 private:
  Network();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_NETWORK_H_
