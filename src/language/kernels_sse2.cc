// SSE2: four floats at a time, which every x86-64 processor has.

#include "language/kernels_body.h"

#ifdef __SSE2__

#include <immintrin.h>

namespace diurna {
namespace {

struct Sse2 {
  using Reg = __m128;
  static constexpr uint32_t kLanes = 4;
  static constexpr uint32_t kTileRows = 6;
  static constexpr uint32_t kTileRegs = 2;
  static constexpr bool kMinimal = true;

  static Reg Load(const float* from) { return _mm_loadu_ps(from); }
  static void Store(float* to, Reg a) { _mm_storeu_ps(to, a); }
  static Reg Set(float a) { return _mm_set1_ps(a); }
  static Reg Add(Reg a, Reg b) { return _mm_add_ps(a, b); }
  static Reg Sub(Reg a, Reg b) { return _mm_sub_ps(a, b); }
  static Reg Mul(Reg a, Reg b) { return _mm_mul_ps(a, b); }
  static Reg Max(Reg a, Reg b) { return _mm_max_ps(a, b); }
  static Reg MulAdd(Reg a, Reg b, Reg c) { return _mm_add_ps(_mm_mul_ps(a, b), c); }
  static float Sum(Reg a) {
    const Reg pairs = _mm_add_ps(a, _mm_movehl_ps(a, a));
    return _mm_cvtss_f32(_mm_add_ss(pairs, _mm_shuffle_ps(pairs, pairs, 1)));
  }
  static float Largest(Reg a) {
    const Reg pairs = _mm_max_ps(a, _mm_movehl_ps(a, a));
    return _mm_cvtss_f32(_mm_max_ss(pairs, _mm_shuffle_ps(pairs, pairs, 1)));
  }
  static uint32_t EqualBits(Reg a, Reg b) { return static_cast<uint32_t>(_mm_movemask_ps(_mm_cmpeq_ps(a, b))); }
};

constexpr Kernels kKernels = Body<Sse2>::Table("sse2");

}  // namespace

const Kernels* Sse2Kernels() { return &kKernels; }

}  // namespace diurna

#else

const diurna::Kernels* diurna::Sse2Kernels() { return nullptr; }

#endif
