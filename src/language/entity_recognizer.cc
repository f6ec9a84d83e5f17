// Names as a push-down automaton over the words from left to right (Lample et al. 2016 describe the family), with the
// moves of the BILUO scheme: Begin a name of a kind, In it, its Last word, a Unit that is a name alone, Out of any. The
// valid move with the highest score is taken. The rules:
//
//   a name neither begins nor stands alone on white space
//   Begin and In need a next word, and that must not start a sentence
//   inside a name only In and Last of its own kind are valid, outside one only Begin, Unit and Out
//
// The features are the word, the first word of the open name and the word before within it. Outside a name the last two
// are missing, so most words are scored from their own row alone; the other rows are computed when a name is open.

#include "language/entity_recognizer.h"

#include <fmt/format.h>

#include <algorithm>

namespace diurna {
namespace {

enum Action : uint8_t { kBegin, kIn, kLast, kUnit, kOut, kActions };

enum Feature : uint32_t { kWord, kFirst, kBefore, kFeatures };

constexpr float kOutOfReach = -1e30f;

// One column of a matrix in panels, for a copy in other panels.
float WeightAt(const Panels& panels, uint32_t input, uint32_t column) {
  return panels.weights[column / kPanel * panels.panel_stride + input * kPanel + column % kPanel];
}

// Appends the columns as a matrix of its own, filled up to whole panels with zeros.
Panels Select(const Panels& from, const std::vector<uint32_t>& columns, std::vector<float>& storage) {
  const uint32_t panels = (static_cast<uint32_t>(columns.size()) + kPanel - 1) / kPanel;
  for (uint32_t c = 0; c < panels * kPanel; c += kPanel) {
    for (uint32_t k = 0; k < from.inputs; ++k) {
      for (uint32_t j = c; j < c + kPanel; ++j) {
        storage.push_back(j < columns.size() ? WeightAt(from, k, columns[j]) : 0.0f);
      }
    }
  }
  return {nullptr, size_t{from.inputs} * kPanel, from.inputs, panels};
}

}  // namespace

EntityRecognizer::Workspace::Workspace(const EntityRecognizer& recognizer)
    : rows(recognizer.net_, 1), start(kState), last(kState) {}

Result<EntityRecognizer> EntityRecognizer::Load(const FlatFile& model, const Kernels* kernels) {
  Result<TransitionNet> net = TransitionNet::Load(model, "net.names", kFeatures, kActions - 1, kernels);
  if (!net) return net.status();
  EntityRecognizer recognizer;
  recognizer.net_ = std::move(*net);
  const TransitionNet& own = recognizer.net_;
  for (const std::string_view label : own.labels) {
    EntityType type = EntityType::kNone;
    for (int i = 0; i <= static_cast<int>(EntityType::kWorkOfArt); ++i) {
      if (Name(static_cast<EntityType>(i)) == label) type = static_cast<EntityType>(i);
    }
    if (type == EntityType::kNone && !label.empty()) {
      return Status::BadInput(fmt::format("the section net.names.labels has the unknown kind of name \"{}\"", label));
    }
    recognizer.types_.push_back(type);
  }

  std::vector<uint32_t> outside;
  std::vector<std::vector<uint32_t>> inside(own.labels.size());
  for (uint32_t c = 0; c < own.moves.size(); ++c) {
    const TransitionNet::Move move = own.moves[c];
    if (move.action == kIn || move.action == kLast) {
      inside[move.label].push_back(c);
    } else if (move.action == kOut || recognizer.types_[move.label] != EntityType::kNone) {
      // A Unit without a kind only blocks names that were set beforehand.
      outside.push_back(c);
      recognizer.outside_moves_.push_back(move);
    }
  }
  for (size_t label = 0; label < inside.size(); ++label) {
    if (recognizer.types_[label] == EntityType::kNone) continue;
    if (inside[label].size() != 2 || own.moves[inside[label][0]].action != kIn) {
      return Status::BadInput(fmt::format("the section net.names.moves lacks In or Last of {}", own.labels[label]));
    }
  }
  recognizer.outside_ = Select(own.scores, outside, recognizer.outside_weights_);
  recognizer.outside_.weights = recognizer.outside_weights_.data();
  for (uint32_t without = 0; without < 4; ++without) {
    for (uint32_t c = 0; c < recognizer.outside_.panels * kPanel; ++c) {
      const bool usable = c < outside.size() &&
                          !((without & 1U) != 0 && recognizer.outside_moves_[c].action == kBegin) &&
                          !((without & 2U) != 0 && recognizer.outside_moves_[c].action == kUnit);
      recognizer.outside_bias_.push_back(usable ? own.score_bias[outside[c]] : kOutOfReach);
    }
  }
  for (const std::vector<uint32_t>& columns : inside) {
    const size_t begin = recognizer.inside_weights_.size();
    recognizer.inside_.push_back(Select(own.scores, columns, recognizer.inside_weights_));
    recognizer.inside_.back().panel_stride = begin;  // an offset until the storage stands still
    for (uint32_t without = 0; without < 2; ++without) {
      for (uint32_t c = 0; c < kPanel; ++c) {
        const bool usable = c < columns.size() && !(without == 1 && c == 0);
        recognizer.inside_bias_.push_back(usable ? own.score_bias[columns[c]] : kOutOfReach);
      }
    }
  }
  for (Panels& panels : recognizer.inside_) {
    panels.weights = recognizer.inside_weights_.data() + panels.panel_stride;
    panels.panel_stride = size_t{kHidden} * kPanel;
  }
  return recognizer;
}

void EntityRecognizer::Recognize(std::span<const TokenFeatures> tokens, const float* vectors,
                                 std::span<const uint8_t> sentence_start, Workspace& workspace,
                                 std::vector<Entity>& out) const {
  const uint32_t size = static_cast<uint32_t>(tokens.size());
  FeatureRows& rows = workspace.rows;
  rows.Start(vectors, size);
  const Kernels& kernels = *net_.kernels;
  const auto row_of = [&](uint32_t word, Feature feature, std::vector<float>& row) {
    Panels part = net_.features;
    part.panels = kState / kPanel;
    part.weights += feature * part.panels * part.panel_stride;
    kernels.multiply(part, nullptr, vectors + size_t{word} * kHidden, kHidden, 1, row.data(), kState);
  };
  bool open = false;
  uint32_t begin = 0;
  uint16_t label = 0;
  for (uint32_t i = 0; i < size; ++i) {
    const bool stops = i + 1 == size || sentence_start[i + 1] != 0;
    if (open) {
      row_of(i - 1, kBefore, workspace.last);
      const float* features[kFeatures] = {rows.Get(i, kWord), workspace.start.data(), workspace.last.data()};
      const float* bias = inside_bias_.data() + (size_t{label} * 2 + (stops ? 1 : 0)) * kPanel;
      const int best = kernels.best_move(features, kFeatures, net_.bias, inside_[label], bias);
      if (best == 0) continue;
      if (best != 1) return;
      out.push_back({begin, i + 1, types_[label]});
      open = false;
      continue;
    }
    const float* features[kFeatures] = {rows.Get(i, kWord), net_.missing + kFirst * kState,
                                        net_.missing + kBefore * kState};
    const uint32_t without = (stops || tokens[i].is_space ? 1U : 0U) | (tokens[i].is_space ? 2U : 0U);
    const float* bias = outside_bias_.data() + size_t{without} * outside_.panels * kPanel;
    const int best = kernels.best_move(features, kFeatures, net_.bias, outside_, bias);
    if (best < 0 || static_cast<size_t>(best) >= outside_moves_.size()) return;
    const TransitionNet::Move move = outside_moves_[static_cast<size_t>(best)];
    if (move.action == kUnit) {
      out.push_back({i, i + 1, types_[move.label]});
    } else if (move.action == kBegin) {
      open = true;
      begin = i;
      label = move.label;
      row_of(i, kFirst, workspace.start);
    }
  }
}

}  // namespace diurna
