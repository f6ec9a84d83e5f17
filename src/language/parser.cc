// An arc-eager transition parser (Nivre 2008) with non-monotonic repair (Honnibal and Johnson 2015) and sentence
// segmentation as a move of its own. A state is a stack of words, a buffer of the words to come and the arcs so far:
//
//   Shift   pushes the buffer's first word
//   Reduce  pops the stack; a word without a head, unless it is alone, goes back to the buffer, once
//   Left    makes the buffer's first word the head of the stack's top and pops it, whatever its head was
//   Right   makes the stack's top the head of the buffer's first word and pushes that
//   Break   says that the buffer's second word starts a sentence: no arc will cross that place, and what is left on the
//           stack is popped before
//
// At every state the valid move with the highest score is taken, so parsing is linear in the words. The features are
// the first two words of the buffer, the top three of the stack, and the latest children of the first and the top.
//
// The parser makes projective trees only. A label "x||y" (Nivre and Nilsson 2005) says that the word's true head is
// found below the head that it was given: the first word, breadth first from the left, whose own relation is y.
//
// Sentence starts that the caller has set are kept: 1 works like a Break already made, -1 forbids one. Left out: search
// with a beam, and tokens joined by the parser, neither of which the model was trained for.

#include "language/parser.h"

#include <fmt/format.h>

#include <algorithm>

namespace diurna {
namespace {

enum Action : uint8_t { kShift, kReduce, kLeft, kRight, kBreak, kActions };

enum Feature : uint32_t {
  kBuffer0,
  kBuffer1,
  kStack0,
  kStack1,
  kStack2,
  kLeftOfBuffer0,
  kLeftOfStack0,
  kRightOfStack0,
  kFeatures
};

enum Flag : uint8_t { kStarts = 1, kCannotStart = 2, kUnshiftable = 4 };

constexpr float kOutOfReach = -1e30f;
constexpr uint32_t kNone = UINT32_MAX;
// An arc of a marked label may cross sentences; edges are widened again until no head lies outside, at most this often.
constexpr int kMostRounds = 12;

}  // namespace

// One document's parse in progress.
class ParserState {
 public:
  ParserState(std::span<const TokenFeatures> tokens, Parser::Workspace& workspace)
      : w_(workspace), size_(static_cast<int32_t>(tokens.size())) {
    w_.stack.clear();
    w_.returned.clear();
    w_.head.assign(tokens.size(), -1);
    w_.last_left.assign(tokens.size(), -1);
    w_.last_right.assign(tokens.size(), -1);
    w_.sibling.resize(tokens.size());
    w_.label.assign(tokens.size(), 0);
    w_.flags.resize(tokens.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
      const int8_t start = tokens[i].sentence_start;
      w_.flags[i] = static_cast<uint8_t>(start == 1 || i == 0 ? kStarts : start == -1 ? kCannotStart : 0);
    }
  }

  bool Done() const { return w_.stack.empty() && BufferSize() == 0; }
  int32_t Stack(size_t i) const { return i < w_.stack.size() ? w_.stack[w_.stack.size() - 1 - i] : -1; }
  int32_t Buffer(int32_t i) const {
    const int32_t returned = static_cast<int32_t>(w_.returned.size());
    if (i < returned) return w_.returned[static_cast<size_t>(returned - 1 - i)];
    const int32_t at = next_ + i - returned;
    return at < size_ ? at : -1;
  }
  int32_t LastLeft(int32_t word) const { return word < 0 ? -1 : w_.last_left[static_cast<size_t>(word)]; }
  int32_t LastRight(int32_t word) const { return word < 0 ? -1 : w_.last_right[static_cast<size_t>(word)]; }

  // A bit for each action that is valid.
  uint32_t Valid() const {
    const size_t depth = w_.stack.size();
    const int32_t left = BufferSize();
    const int32_t first = Buffer(0);
    uint32_t valid = 0;
    if (depth == 0) {
      valid |= 1U << kShift;
    } else {
      if (left == 0) {
        valid |= 1U << kReduce;
      } else {
        const uint8_t flags = w_.flags[static_cast<size_t>(first)];
        if ((flags & kStarts) == 0) {
          valid |= (1U << kLeft) | (1U << kRight);
          if (left >= 2 && (flags & kUnshiftable) == 0) valid |= 1U << kShift;
        }
        if (depth > 1 || (flags & kCannotStart) == 0) valid |= 1U << kReduce;
      }
    }
    if (left >= 2) {
      const int32_t second = Buffer(1);
      if (second == first + 1 && (w_.flags[static_cast<size_t>(second)] & (kStarts | kCannotStart)) == 0) {
        valid |= 1U << kBreak;
      }
    }
    return valid;
  }

  void Take(TransitionNet::Move move) {
    switch (move.action) {
      case kShift:
        Push();
        break;
      case kReduce: {
        const int32_t top = Pop();
        if (w_.head[static_cast<size_t>(top)] < 0 && !w_.stack.empty()) {
          w_.flags[static_cast<size_t>(top)] |= kUnshiftable;
          w_.returned.push_back(top);
        }
        break;
      }
      case kLeft: {
        const int32_t head = Buffer(0);
        const int32_t child = Pop();
        Attach(head, child, move.label, w_.last_left);
        // The stack has shrunk, so shifting the head cannot go on for ever.
        w_.flags[static_cast<size_t>(head)] &= static_cast<uint8_t>(~kUnshiftable);
        break;
      }
      case kRight: {
        const int32_t child = Buffer(0);
        Attach(Stack(0), child, move.label, w_.last_right);
        Push();
        break;
      }
      default:
        w_.flags[static_cast<size_t>(Buffer(1))] |= kStarts;
    }
  }

 private:
  int32_t BufferSize() const { return size_ - next_ + static_cast<int32_t>(w_.returned.size()); }

  void Push() {
    if (w_.returned.empty()) {
      w_.stack.push_back(next_++);
    } else {
      w_.stack.push_back(w_.returned.back());
      w_.returned.pop_back();
    }
  }

  int32_t Pop() {
    const int32_t top = w_.stack.back();
    w_.stack.pop_back();
    return top;
  }

  void Attach(int32_t head, int32_t child, uint16_t label, std::vector<int32_t>& last) {
    const size_t c = static_cast<size_t>(child);
    // A word on the stack that has a head is that head's latest right child: the head gets no other while the word
    // stands above it.
    if (w_.head[c] >= 0) w_.last_right[static_cast<size_t>(w_.head[c])] = w_.sibling[c];
    w_.head[c] = head;
    w_.label[c] = label;
    w_.sibling[c] = last[static_cast<size_t>(head)];
    last[static_cast<size_t>(head)] = child;
  }

  Parser::Workspace& w_;
  int32_t size_;
  int32_t next_ = 0;
};

namespace {

// The first and last word below each word, itself included.
void FindEdges(const std::vector<uint32_t>& head, std::vector<uint32_t>& left, std::vector<uint32_t>& right,
               std::vector<uint8_t>& sentence_start) {
  const uint32_t size = static_cast<uint32_t>(head.size());
  left.resize(size);
  right.resize(size);
  sentence_start.resize(size);
  for (uint32_t i = 0; i < size; ++i) left[i] = right[i] = i;
  const auto widen = [&](uint32_t i) {
    left[head[i]] = std::min(left[head[i]], left[i]);
    right[head[i]] = std::max(right[head[i]], right[i]);
  };
  const auto heads_within = [&] {
    uint32_t begin = 0;
    for (uint32_t i = 0; i < size; ++i) {
      if ((i == 0 || sentence_start[i] == 0) && i + 1 != size) continue;
      for (uint32_t j = begin; j < i; ++j) {
        if (head[j] < begin || head[j] > i) return false;
      }
      begin = i;
    }
    return true;
  };
  for (int round = 0; round < kMostRounds; ++round) {
    for (uint32_t i = 0; i < size; ++i) widen(i);
    for (uint32_t i = size; i-- > 0;) widen(i);
    std::fill(sentence_start.begin(), sentence_start.end(), uint8_t{0});
    for (uint32_t i = 0; i < size; ++i) {
      if (head[i] == i) sentence_start[left[i]] = 1;
    }
    if (heads_within()) break;
  }
  if (size > 0) sentence_start[0] = 1;
}

}  // namespace

Parser::Workspace::Workspace(const Parser& parser) : rows(parser.net_, kFeatures) {}

Result<Parser> Parser::Load(const FlatFile& model, const Kernels* kernels) {
  Result<TransitionNet> net = TransitionNet::Load(model, "net.parser", kFeatures, kActions - 1, kernels);
  if (!net) return net.status();
  Parser parser;
  parser.net_ = std::move(*net);
  parser.names_ = parser.net_.labels;
  const auto index_of = [&parser](std::string_view name) {
    const auto found = std::find(parser.names_.begin(), parser.names_.end(), name);
    const size_t index = static_cast<size_t>(found - parser.names_.begin());
    if (found == parser.names_.end()) parser.names_.push_back(name);
    return static_cast<uint16_t>(index);
  };
  parser.root_ = index_of("ROOT");
  for (size_t i = 0; i < parser.net_.labels.size(); ++i) {
    const std::string_view name = parser.net_.labels[i];
    const size_t bars = name.find("||");
    Mark mark;
    if (bars != std::string_view::npos) {
      mark = {true, index_of(name.substr(0, bars)), index_of(name.substr(bars + 2))};
    }
    parser.marks_.push_back(mark);
  }
  parser.marks_.resize(parser.names_.size());
  const size_t columns = parser.net_.scores.panels * kPanel;
  for (uint32_t valid = 0; valid < 1U << kActions; ++valid) {
    for (size_t c = 0; c < columns; ++c) {
      const bool usable = c < parser.net_.moves.size() && (valid >> parser.net_.moves[c].action & 1U) != 0;
      parser.score_bias_.push_back(usable ? parser.net_.score_bias[c] : kOutOfReach);
    }
  }
  return parser;
}

void Parser::Parse(std::span<const TokenFeatures> tokens, const float* vectors, Workspace& workspace,
                   std::vector<uint32_t>& head, std::vector<uint16_t>& label,
                   std::vector<uint8_t>& sentence_start) const {
  ParserState state(tokens, workspace);
  FeatureRows& rows = workspace.rows;
  rows.Start(vectors, static_cast<uint32_t>(tokens.size()));
  const size_t columns = net_.scores.panels * kPanel;
  while (!state.Done()) {
    const uint32_t valid = state.Valid();
    // With one unlabelled move valid there is nothing to choose.
    if (valid == 1U << kShift || valid == 1U << kReduce) {
      state.Take({static_cast<uint8_t>(valid == 1U << kShift ? kShift : kReduce), 0});
      continue;
    }
    const int32_t words[kFeatures] = {state.Buffer(0),
                                      state.Buffer(1),
                                      state.Stack(0),
                                      state.Stack(1),
                                      state.Stack(2),
                                      state.LastLeft(state.Buffer(0)),
                                      state.LastLeft(state.Stack(0)),
                                      state.LastRight(state.Stack(0))};
    const float* features[kFeatures];
    // The furthest word first, so that a batch computed for it does not take the place of one already found.
    for (const uint32_t f :
         {kBuffer1, kBuffer0, kStack0, kStack1, kStack2, kLeftOfBuffer0, kLeftOfStack0, kRightOfStack0}) {
      features[f] = words[f] < 0 ? net_.missing + f * kState : rows.Get(static_cast<uint32_t>(words[f]), f);
    }
    const int best =
        net_.kernels->best_move(features, kFeatures, net_.bias, net_.scores, score_bias_.data() + valid * columns);
    // Without a number among the scores the words that are left become roots.
    if (best < 0 || static_cast<size_t>(best) >= net_.moves.size()) break;
    const TransitionNet::Move move = net_.moves[static_cast<size_t>(best)];
    if ((valid >> move.action & 1U) == 0) break;
    state.Take(move);
  }
  head.resize(tokens.size());
  label.resize(tokens.size());
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const bool root = workspace.head[i] < 0;
    head[i] = root ? i : static_cast<uint32_t>(workspace.head[i]);
    label[i] = root ? root_ : workspace.label[i];
  }
  FindEdges(head, workspace.left_edge, workspace.right_edge, sentence_start);
  if (std::none_of(label.begin(), label.end(), [this](uint16_t l) { return marks_[l].marked; })) return;
  Deprojectivize(tokens, workspace, head, label);
  FindEdges(head, workspace.left_edge, workspace.right_edge, sentence_start);
}

void Parser::Deprojectivize(std::span<const TokenFeatures> tokens, Workspace& workspace, std::vector<uint32_t>& head,
                            std::vector<uint16_t>& label) const {
  const uint32_t size = static_cast<uint32_t>(tokens.size());
  workspace.first_child.assign(size, kNone);
  workspace.next_child.assign(size, kNone);
  for (uint32_t i = size; i-- > 0;) {
    if (head[i] == i) continue;
    workspace.next_child[i] = workspace.first_child[head[i]];
    workspace.first_child[head[i]] = i;
  }
  for (uint32_t i = 0; i < size; ++i) {
    const Mark mark = marks_[label[i]];
    if (!mark.marked) continue;
    const uint32_t found = NewHead(tokens, i, mark.of_head, workspace, head, label);
    label[i] = mark.own;
    if (found == head[i]) continue;
    uint32_t* link = &workspace.first_child[head[i]];
    while (*link != i) link = &workspace.next_child[*link];
    *link = workspace.next_child[i];
    link = &workspace.first_child[found];
    while (*link < i) link = &workspace.next_child[*link];
    workspace.next_child[i] = *link;
    *link = i;
    head[i] = found;
  }
}

uint32_t Parser::NewHead(std::span<const TokenFeatures> tokens, uint32_t token, uint16_t wanted, Workspace& workspace,
                         const std::vector<uint32_t>& head, const std::vector<uint16_t>& label) const {
  std::vector<uint32_t>& queue = workspace.queue;
  queue.assign(1, head[token]);
  // Heads are moved below their head's other children, never below themselves, so the walk ends.
  for (size_t at = 0; at < queue.size(); ++at) {
    const uint32_t word = queue[at];
    for (uint32_t child = workspace.first_child[word]; child != kNone; child = workspace.next_child[child]) {
      // The edges are those before any word was moved.
      if (child < workspace.left_edge[word] || child > workspace.right_edge[word]) continue;
      if (tokens[child].is_space || child == token) continue;
      if (label[child] == wanted) return child;
      queue.push_back(child);
    }
  }
  return head[token];
}

}  // namespace diurna
