// Parser: heads, grammatical relations and sentences.

#ifndef DIURNA_LANGUAGE_PARSER_H_
#define DIURNA_LANGUAGE_PARSER_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "diurna/status.h"
#include "language/features.h"
#include "language/transition.h"

namespace diurna {

// Const and thread-safe; points into the model file.
class Parser {
 public:
  // Scratch memory of one thread.
  class Workspace {
   public:
    explicit Workspace(const Parser& parser);

   private:
    friend class Parser;
    friend class ParserState;
    FeatureRows rows;
    // Words by their index; -1 is none, a row of its own in the feature tables, so that the inner loop never asks.
    std::vector<int32_t> stack;
    std::vector<int32_t> returned;  // words put back in front of the buffer, the last one first
    std::vector<int32_t> head;
    std::vector<int32_t> last_left;  // of a head, the child that was attached last, on its left
    std::vector<int32_t> last_right;
    std::vector<int32_t> sibling;  // of a child, the one attached to the same side before it
    std::vector<uint16_t> label;
    std::vector<uint8_t> flags;
    std::vector<uint32_t> left_edge;
    std::vector<uint32_t> right_edge;
    std::vector<uint32_t> first_child;  // for deprojectivising: children in the order of the text
    std::vector<uint32_t> next_child;
    std::vector<uint32_t> queue;
  };

  // Reads the sections net.parser.*.
  static Result<Parser> Load(const FlatFile& model, const Kernels* kernels);

  const TransitionNet& net() const { return net_; }
  // Labels as they come out; the net's own labels and those that marked ones stand for.
  const std::vector<std::string_view>& label_names() const { return names_; }

  // Parses a document. `vectors` are the net's Tokens, kHidden floats for each. The outputs have a value for each token
  // when it returns: a head's index (its own at a root), an index into label_names(), 1 where a sentence starts.
  void Parse(std::span<const TokenFeatures> tokens, const float* vectors, Workspace& workspace,
             std::vector<uint32_t>& head, std::vector<uint16_t>& label, std::vector<uint8_t>& sentence_start) const;

 private:
  struct Mark {  // of a label "x||y": the relation x to a word whose own relation is y
    bool marked = false;
    uint16_t own = 0;      // x
    uint16_t of_head = 0;  // y
  };

  void Deprojectivize(std::span<const TokenFeatures> tokens, Workspace& workspace, std::vector<uint32_t>& head,
                      std::vector<uint16_t>& label) const;
  uint32_t NewHead(std::span<const TokenFeatures> tokens, uint32_t token, uint16_t wanted, Workspace& workspace,
                   const std::vector<uint32_t>& head, const std::vector<uint16_t>& label) const;

  TransitionNet net_;
  std::vector<std::string_view> names_;
  std::vector<Mark> marks_;  // of each name
  uint16_t root_ = 0;
  std::vector<float>
      score_bias_;  // for each set of valid actions: the bias, and for invalid moves a value out of reach
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_PARSER_H_
