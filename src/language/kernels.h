// Kernels: the arithmetic of the network, once per instruction set, chosen when a model is loaded.

#ifndef DIURNA_LANGUAGE_KERNELS_H_
#define DIURNA_LANGUAGE_KERNELS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "diurna/status.h"

namespace diurna {

inline constexpr uint32_t kPanel = 16;  // outputs of a matrix that are stored side by side
inline constexpr uint32_t kWidth = 96;  // of a token's vector in the encoder
inline constexpr uint32_t kPieces = 3;  // of the encoder's maxout layers
inline constexpr uint32_t kPlanes = kPieces * kWidth;
inline constexpr uint32_t kHidden = 64;  // of the parser's and the name recogniser's states, of 2 pieces each
inline constexpr uint32_t kState = 2 * kHidden;
inline constexpr uint32_t kMostScorePanels = 16;  // of the matrix that best_move takes

// A matrix of `inputs` x (`panels` * kPanel), in column panels: weight (k, 16 p + j) is at
// weights[p * panel_stride + k * 16 + j]. A panel stride above inputs * 16 takes some rows of a larger matrix.
struct Panels {
  const float* weights = nullptr;
  size_t panel_stride = 0;
  uint32_t inputs = 0;
  uint32_t panels = 0;
};

// One layer over windows of three tokens: maxout of three pieces, layer norm, plus the token's own input.
struct WindowLayer {
  Panels direct;                // inputs: the token before, the token, the token after
  Panels minimal[6];            // the same weights, transformed for minimal filtering (see encoder.cc)
  const float* bias = nullptr;  // kPlanes, [piece][output]
  const float* norm = nullptr;  // kWidth gains, then kWidth shifts
};

// What an embedded token gives the first window layer: its vector, then its products with the weights of a token
// before, at and after the centre. kWidth + 3 * kPlanes floats.
inline constexpr uint32_t kLexemeFloats = kWidth + 3 * kPlanes;

// Rows that one call of Kernels::window may ask for, and the floats of scratch memory that it then needs.
inline constexpr uint32_t kWindowRows = 256;
inline constexpr uint32_t kWindowScratch = 6 * (kWindowRows / 4) * (kWidth + kPlanes);

// All pointers may be unaligned; outputs must not overlap inputs. Every function is re-entrant, and gives a row the
// same bits whatever rows stand around it (window: whatever rows stand outside its groups of four).
struct Kernels {
  std::string_view name;

  // out[r][c] = bias[c] + sum over k of in[r][k] * matrix[k][c]; strides are floats from row to row.
  void (*multiply)(const Panels& matrix, const float* bias, const float* in, size_t in_stride, size_t rows, float* out,
                   size_t out_stride);
  // out[r] = norm(maxout(in[r])): kPlanes floats to kWidth floats a row; strides as given.
  void (*maxout_norm)(const float* in, size_t rows, const float* norm, float* out, size_t out_stride);
  // out = bias + the sum of `count` rows of kPlanes floats.
  void (*add_rows)(const float* const* rows, size_t count, const float* bias, float* out);
  // The first window layer from the tokens' stored products: lexemes[0 .. rows + 2) begins one token before.
  void (*window_lexemes)(const float* const* lexemes, size_t rows, const float* bias, const float* norm, float* out);
  // A window layer: `in` holds rows + 2 rows of kWidth, beginning one token before; at most kWindowRows.
  void (*window)(const WindowLayer& layer, const float* in, size_t rows, float* scratch, float* out);
  // The state's hidden layer, then its scores, then the index of the first largest: sums `count` rows of kState
  // floats and `bias`, takes the larger piece, multiplies. -1 when no score is a number.
  int (*best_move)(const float* const* rows, size_t count, const float* bias, const Panels& scores,
                   const float* score_bias);
  // Index of the first largest of `panels` * kPanel values; -1 when none is a number.
  int (*first_largest)(const float* values, size_t panels);
};

// The kernels of one instruction set; null where this build has none.
const Kernels* ScalarKernels();
const Kernels* Sse2Kernels();
const Kernels* Avx2Kernels();
const Kernels* Avx512Kernels();
const Kernels* NeonKernels();

// Those that this processor runs, slowest first: the scalar one is the reference and always there.
std::vector<const Kernels*> AvailableKernels();

// The fastest for this processor, or the one called `name` ("scalar", "sse2", "avx2", "avx512", "neon"); an error that
// says what there is when that one is unknown or not for this processor.
Result<const Kernels*> ChooseKernels(std::string_view name = {});
// The one that the environment variable DIURNA_KERNEL names, else the fastest. An error names the variable.
Result<const Kernels*> KernelsFromEnvironment();

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_KERNELS_H_
