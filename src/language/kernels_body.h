// The algorithms of kernels.h against a small vector vocabulary. Included only by the kernels_*.cc files, each of which
// is compiled for its own instruction set and defines the vocabulary in an unnamed namespace, so that nothing here is
// shared between them. Uses no library function, so that no code for a newer processor leaks into the rest.
//
// The vocabulary, a struct V:
//   Reg, kLanes                         a register of floats
//   kTileRows, kTileRegs                the register tile of the matrix product
//   kMinimal                            whether window layers use minimal filtering
//   Load, Store, Set, Add, Sub, Mul, Max, MulAdd(a, b, c) = a * b + c, Sum, Largest, EqualBits
//
// Matrix product: a tile of kTileRows x kTileRegs accumulators stays in registers over all inputs; each step loads one
// row of a panel and broadcasts one input per row. Tiles never change the order of additions within an output.
//
// Minimal filtering (Winograd, F(4, 3)): four neighbouring outputs of a window of three are combinations of six
// products of one combined input each, so six matrix products replace twelve. With the points 0, 1, -1, 1/2, -1/2 and
// infinity the combinations below stay small, and single precision loses about one decimal digit.

#ifndef DIURNA_LANGUAGE_KERNELS_BODY_H_
#define DIURNA_LANGUAGE_KERNELS_BODY_H_

#include <cstddef>
#include <cstdint>

#include "language/kernels.h"

namespace diurna {
// Unnamed, so that each file that includes this one compiles a body of its own for its own instruction set.
namespace {  // NOLINT(google-build-namespaces)

template <typename V>
struct Body {
  using Reg = typename V::Reg;
  static constexpr uint32_t kLanes = V::kLanes;
  static constexpr uint32_t kWidthRegs = kWidth / kLanes;
  static constexpr uint32_t kStep = V::kTileRegs * kLanes;  // columns of a tile

  template <uint32_t kRows, uint32_t kRegs>
  static inline __attribute__((always_inline)) void Tile(const Panels& matrix, uint32_t column, const float* bias,
                                                         const float* in, size_t in_stride, float* out,
                                                         size_t out_stride) {
    Reg sum[kRows][kRegs];
    const float* weights[kRegs];
#pragma GCC unroll 16
    for (uint32_t v = 0; v < kRegs; ++v) {
      const uint32_t at = column + v * kLanes;
      const Reg start = bias == nullptr ? V::Set(0.0f) : V::Load(bias + at);
#pragma GCC unroll 16
      for (uint32_t r = 0; r < kRows; ++r) sum[r][v] = start;
      weights[v] = matrix.weights + (at / kPanel) * matrix.panel_stride + at % kPanel;
    }
    const float* row[kRows];
#pragma GCC unroll 16
    for (uint32_t r = 0; r < kRows; ++r) row[r] = in + r * in_stride;
    const uint32_t inputs = matrix.inputs;
    for (uint32_t k = 0; k < inputs; ++k) {
      Reg weight[kRegs];
#pragma GCC unroll 16
      for (uint32_t v = 0; v < kRegs; ++v) weight[v] = V::Load(weights[v] + k * kPanel);
#pragma GCC unroll 16
      for (uint32_t r = 0; r < kRows; ++r) {
        const Reg value = V::Set(row[r][k]);
#pragma GCC unroll 16
        for (uint32_t v = 0; v < kRegs; ++v) sum[r][v] = V::MulAdd(value, weight[v], sum[r][v]);
      }
    }
#pragma GCC unroll 16
    for (uint32_t r = 0; r < kRows; ++r) {
#pragma GCC unroll 16
      for (uint32_t v = 0; v < kRegs; ++v) V::Store(out + r * out_stride + column + v * kLanes, sum[r][v]);
    }
  }

  template <uint32_t kRegs>
  static inline __attribute__((always_inline)) void Columns(const Panels& matrix, uint32_t column, const float* bias,
                                                            const float* in, size_t in_stride, size_t rows, float* out,
                                                            size_t out_stride) {
    size_t r = 0;
    for (; r + V::kTileRows <= rows; r += V::kTileRows) {
      Tile<V::kTileRows, kRegs>(matrix, column, bias, in + r * in_stride, in_stride, out + r * out_stride, out_stride);
    }
    for (; r + 3 <= rows; r += 3) {
      Tile<3, kRegs>(matrix, column, bias, in + r * in_stride, in_stride, out + r * out_stride, out_stride);
    }
    for (; r < rows; ++r) {
      Tile<1, kRegs>(matrix, column, bias, in + r * in_stride, in_stride, out + r * out_stride, out_stride);
    }
  }

  static void Multiply(const Panels& matrix, const float* bias, const float* in, size_t in_stride, size_t rows,
                       float* out, size_t out_stride) {
    const uint32_t columns = matrix.panels * kPanel;
    uint32_t column = 0;
    for (; column + kStep <= columns; column += kStep) {
      Columns<V::kTileRegs>(matrix, column, bias, in, in_stride, rows, out, out_stride);
    }
    for (; column < columns; column += kLanes) {
      Columns<1>(matrix, column, bias, in, in_stride, rows, out, out_stride);
    }
  }

  static inline __attribute__((always_inline)) Reg InverseRoot(float value) {
    return V::Set(1.0f / __builtin_sqrtf(value));
  }

  // out = (x - mean) / sqrt(variance + 1e-8) * gain + shift, plus `own` unless null.
  static inline __attribute__((always_inline)) void Normalize(const Reg* x, const float* norm, const float* own,
                                                              float* out) {
    Reg sum = x[0];
#pragma GCC unroll 32
    for (uint32_t v = 1; v < kWidthRegs; ++v) sum = V::Add(sum, x[v]);
    const Reg mean = V::Set(V::Sum(sum) / static_cast<float>(kWidth));
    Reg squares = V::Set(0.0f);
#pragma GCC unroll 32
    for (uint32_t v = 0; v < kWidthRegs; ++v) {
      const Reg difference = V::Sub(x[v], mean);
      squares = V::MulAdd(difference, difference, squares);
    }
    const Reg scale = InverseRoot(V::Sum(squares) / static_cast<float>(kWidth) + 1e-8f);
#pragma GCC unroll 32
    for (uint32_t v = 0; v < kWidthRegs; ++v) {
      const uint32_t at = v * kLanes;
      Reg y = V::MulAdd(V::Mul(V::Sub(x[v], mean), scale), V::Load(norm + at), V::Load(norm + kWidth + at));
      if (own != nullptr) y = V::Add(y, V::Load(own + at));
      V::Store(out + at, y);
    }
  }

  static void MaxoutNormRow(const float* in, const float* norm, const float* own, float* out) {
    Reg x[kWidthRegs];
#pragma GCC unroll 32
    for (uint32_t v = 0; v < kWidthRegs; ++v) {
      const float* at = in + v * kLanes;
      x[v] = V::Max(V::Max(V::Load(at), V::Load(at + kWidth)), V::Load(at + 2 * kWidth));
    }
    Normalize(x, norm, own, out);
  }

  static void MaxoutNorm(const float* in, size_t rows, const float* norm, float* out, size_t out_stride) {
    for (size_t r = 0; r < rows; ++r) MaxoutNormRow(in + r * kPlanes, norm, nullptr, out + r * out_stride);
  }

  static void AddRows(const float* const* rows, size_t count, const float* bias, float* out) {
    constexpr uint32_t kGroup = 6;
    for (uint32_t at = 0; at < kPlanes; at += kGroup * kLanes) {
      Reg sum[kGroup];
#pragma GCC unroll 8
      for (uint32_t v = 0; v < kGroup; ++v) sum[v] = V::Load(bias + at + v * kLanes);
      for (size_t r = 0; r < count; ++r) {
#pragma GCC unroll 8
        for (uint32_t v = 0; v < kGroup; ++v) sum[v] = V::Add(sum[v], V::Load(rows[r] + at + v * kLanes));
      }
#pragma GCC unroll 8
      for (uint32_t v = 0; v < kGroup; ++v) V::Store(out + at + v * kLanes, sum[v]);
    }
  }

  static void WindowLexemes(const float* const* lexemes, size_t rows, const float* bias, const float* norm,
                            float* out) {
    for (size_t r = 0; r < rows; ++r) {
      const float* before = lexemes[r] + kWidth;
      const float* own = lexemes[r + 1] + kWidth + kPlanes;
      const float* after = lexemes[r + 2] + kWidth + 2 * kPlanes;
      Reg x[kWidthRegs];
#pragma GCC unroll 32
      for (uint32_t v = 0; v < kWidthRegs; ++v) {
        Reg piece[kPieces];
#pragma GCC unroll 4
        for (uint32_t p = 0; p < kPieces; ++p) {
          const uint32_t at = p * kWidth + v * kLanes;
          piece[p] =
              V::Add(V::Add(V::Load(before + at), V::Load(own + at)), V::Add(V::Load(after + at), V::Load(bias + at)));
        }
        x[v] = V::Max(V::Max(piece[0], piece[1]), piece[2]);
      }
      Normalize(x, norm, lexemes[r + 1], out + r * kWidth);
    }
  }

  static void Window(const WindowLayer& layer, const float* in, size_t rows, float* scratch, float* out) {
    if constexpr (V::kMinimal) {
      MinimalWindow(layer, in, rows, scratch, out);
    } else {
      Multiply(layer.direct, layer.bias, in, kWidth, rows, scratch, kPlanes);
      for (size_t r = 0; r < rows; ++r) {
        MaxoutNormRow(scratch + r * kPlanes, layer.norm, in + (r + 1) * kWidth, out + r * kWidth);
      }
    }
  }

  static void MinimalWindow(const WindowLayer& layer, const float* in, size_t rows, float* scratch, float* out) {
    const size_t groups = (rows + 3) / 4;
    float* const combined = scratch;                        // [product][group][kWidth]
    float* const products = scratch + 6 * groups * kWidth;  // [product][group][kPlanes]
    Combine(in, rows, groups, combined);
    for (uint32_t i = 0; i < 6; ++i) {
      Multiply(layer.minimal[i], nullptr, combined + i * groups * kWidth, kWidth, groups,
               products + i * groups * kPlanes, kPlanes);
    }
    Recombine(layer, products, groups, in, rows, out);
  }

  // The six combined inputs of each group of four windows.
  static __attribute__((noinline)) void Combine(const float* in, size_t rows, size_t groups, float* combined) {
    const Reg zero = V::Set(0.0f), quarter = V::Set(0.25f), half = V::Set(0.5f);
    const Reg four = V::Set(4.0f), five_quarters = V::Set(1.25f), five = V::Set(5.0f);
    const size_t next = groups * kWidth;
    for (size_t g = 0; g < groups; ++g) {
      for (uint32_t at = 0; at < kWidth; at += kLanes) {
        Reg d[6];
#pragma GCC unroll 6
        for (uint32_t i = 0; i < 6; ++i) {
          d[i] = 4 * g + i < rows + 2 ? V::Load(in + (4 * g + i) * kWidth + at) : zero;
        }
        const Reg even = V::Sub(d[4], V::Mul(quarter, d[2]));  // of the points 1 and -1
        const Reg odd = V::Sub(d[3], V::Mul(quarter, d[1]));
        const Reg half_even = V::Sub(d[4], d[2]);  // of the points 1/2 and -1/2
        const Reg half_odd = V::Mul(half, V::Sub(d[3], d[1]));
        float* const to = combined + g * kWidth + at;
        V::Store(to, V::Add(V::Sub(d[0], V::Mul(five, d[2])), V::Mul(four, d[4])));
        V::Store(to + next, V::Add(even, odd));
        V::Store(to + 2 * next, V::Sub(even, odd));
        V::Store(to + 3 * next, V::Add(half_even, half_odd));
        V::Store(to + 4 * next, V::Sub(half_even, half_odd));
        V::Store(to + 5 * next, V::Add(V::Sub(V::Mul(quarter, d[1]), V::Mul(five_quarters, d[3])), d[5]));
      }
    }
  }

  // Four windows from each group's six products, then maxout, layer norm and the token's own input.
  static __attribute__((noinline)) void Recombine(const WindowLayer& layer, const float* products, size_t groups,
                                                  const float* in, size_t rows, float* out) {
    const Reg quarter = V::Set(0.25f), half = V::Set(0.5f);
    const size_t next = groups * kPlanes;
    for (size_t g = 0; g < groups; ++g) {
      float largest[4][kWidth];
      for (uint32_t at = 0; at < kWidth; at += kLanes) {
        Reg x[4];
#pragma GCC unroll 4
        for (uint32_t p = 0; p < kPieces; ++p) {
          const uint32_t plane = p * kWidth + at;
          const float* from = products + g * kPlanes + plane;
          const Reg m0 = V::Load(from), m1 = V::Load(from + next), m2 = V::Load(from + 2 * next);
          const Reg m3 = V::Load(from + 3 * next), m4 = V::Load(from + 4 * next), m5 = V::Load(from + 5 * next);
          const Reg bias = V::Load(layer.bias + plane);
          const Reg sum = V::Add(m1, m2), difference = V::Sub(m1, m2);
          const Reg half_sum = V::Add(m3, m4), half_difference = V::Mul(half, V::Sub(m3, m4));
          const Reg y[4] = {
              V::Add(V::Add(m0, bias), V::Add(sum, half_sum)),
              V::Add(V::Add(difference, half_difference), bias),
              V::Add(V::MulAdd(quarter, half_sum, sum), bias),
              V::Add(V::MulAdd(quarter, half_difference, difference), V::Add(m5, bias)),
          };
#pragma GCC unroll 4
          for (uint32_t i = 0; i < 4; ++i) x[i] = p == 0 ? y[i] : V::Max(x[i], y[i]);
        }
#pragma GCC unroll 4
        for (uint32_t i = 0; i < 4; ++i) V::Store(largest[i] + at, x[i]);
      }
      for (uint32_t i = 0; i < 4 && 4 * g + i < rows; ++i) {
        Reg x[kWidthRegs];
#pragma GCC unroll 32
        for (uint32_t v = 0; v < kWidthRegs; ++v) x[v] = V::Load(largest[i] + v * kLanes);
        Normalize(x, layer.norm, in + (4 * g + i + 1) * kWidth, out + (4 * g + i) * kWidth);
      }
    }
  }

  static int FirstLargest(const float* values, size_t panels) {
    const size_t count = panels * kPanel;
    Reg largest = V::Load(values);
    for (size_t at = kLanes; at < count; at += kLanes) largest = V::Max(largest, V::Load(values + at));
    const Reg wanted = V::Set(V::Largest(largest));
    for (size_t at = 0; at < count; at += kLanes) {
      const uint32_t equal = V::EqualBits(V::Load(values + at), wanted);
      if (equal != 0) return static_cast<int>(at) + __builtin_ctz(equal);
    }
    return -1;
  }

  // Registers of columns that one pass over the hidden layer adds up.
  static constexpr uint32_t kScoreRegs = kPanel / kLanes > 8 ? 8 : (kPanel / kLanes < 4 ? 4 : kPanel / kLanes);

  static int BestMove(const float* const* rows, size_t count, const float* bias, const Panels& scores,
                      const float* score_bias) {
    float hidden[kHidden];
    constexpr uint32_t kGroup = kHidden / kLanes < 4 ? kHidden / kLanes : 4;
    for (uint32_t at = 0; at < kHidden; at += kGroup * kLanes) {
      Reg first[kGroup], second[kGroup];
#pragma GCC unroll 8
      for (uint32_t v = 0; v < kGroup; ++v) {
        first[v] = V::Load(bias + at + v * kLanes);
        second[v] = V::Load(bias + kHidden + at + v * kLanes);
      }
      for (size_t r = 0; r < count; ++r) {
        const float* row = rows[r] + at;
#pragma GCC unroll 8
        for (uint32_t v = 0; v < kGroup; ++v) {
          first[v] = V::Add(first[v], V::Load(row + v * kLanes));
          second[v] = V::Add(second[v], V::Load(row + kHidden + v * kLanes));
        }
      }
#pragma GCC unroll 8
      for (uint32_t v = 0; v < kGroup; ++v) V::Store(hidden + at + v * kLanes, V::Max(first[v], second[v]));
    }
    float values[kMostScorePanels * kPanel];
    const uint32_t columns = scores.panels * kPanel;
    uint32_t column = 0;
    for (; column + kScoreRegs * kLanes <= columns; column += kScoreRegs * kLanes) {
      Scores<kScoreRegs>(scores, column, score_bias, hidden, values);
    }
    for (; column < columns; column += kPanel) Scores<kPanel / kLanes>(scores, column, score_bias, hidden, values);
    return FirstLargest(values, scores.panels);
  }

  template <uint32_t kRegs>
  static inline __attribute__((always_inline)) void Scores(const Panels& scores, uint32_t column, const float* bias,
                                                           const float* hidden, float* out) {
    Reg sum[kRegs];
    const float* weights[kRegs];
#pragma GCC unroll 16
    for (uint32_t v = 0; v < kRegs; ++v) {
      const uint32_t at = column + v * kLanes;
      sum[v] = V::Load(bias + at);
      weights[v] = scores.weights + (at / kPanel) * scores.panel_stride + at % kPanel;
    }
    for (uint32_t k = 0; k < kHidden; ++k) {
      const Reg value = V::Set(hidden[k]);
#pragma GCC unroll 16
      for (uint32_t v = 0; v < kRegs; ++v) sum[v] = V::MulAdd(value, V::Load(weights[v] + k * kPanel), sum[v]);
    }
#pragma GCC unroll 16
    for (uint32_t v = 0; v < kRegs; ++v) V::Store(out + column + v * kLanes, sum[v]);
  }

  static constexpr Kernels Table(std::string_view name) {
    return {name, &Multiply, &MaxoutNorm, &AddRows, &WindowLexemes, &Window, &BestMove, &FirstLargest};
  }
};

}  // namespace
}  // namespace diurna

#endif  // DIURNA_LANGUAGE_KERNELS_BODY_H_
