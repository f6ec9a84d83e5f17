// AVX2 with fused multiply-add: eight floats at a time.

#include "language/kernels_body.h"

#if defined(__AVX2__) && defined(__FMA__)

#include <immintrin.h>

namespace diurna {
namespace {

struct Avx2 {
  using Reg = __m256;
  static constexpr uint32_t kLanes = 8;
  static constexpr uint32_t kTileRows = 6;
  static constexpr uint32_t kTileRegs = 2;
  static constexpr bool kMinimal = true;

  static Reg Load(const float* from) { return _mm256_loadu_ps(from); }
  static void Store(float* to, Reg a) { _mm256_storeu_ps(to, a); }
  static Reg Set(float a) { return _mm256_set1_ps(a); }
  static Reg Add(Reg a, Reg b) { return _mm256_add_ps(a, b); }
  static Reg Sub(Reg a, Reg b) { return _mm256_sub_ps(a, b); }
  static Reg Mul(Reg a, Reg b) { return _mm256_mul_ps(a, b); }
  static Reg Max(Reg a, Reg b) { return _mm256_max_ps(a, b); }
  static Reg MulAdd(Reg a, Reg b, Reg c) { return _mm256_fmadd_ps(a, b, c); }
  static float Sum(Reg a) {
    const __m128 half = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    const __m128 pairs = _mm_add_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_add_ss(pairs, _mm_movehdup_ps(pairs)));
  }
  static float Largest(Reg a) {
    const __m128 half = _mm_max_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
    const __m128 pairs = _mm_max_ps(half, _mm_movehl_ps(half, half));
    return _mm_cvtss_f32(_mm_max_ss(pairs, _mm_movehdup_ps(pairs)));
  }
  static uint32_t EqualBits(Reg a, Reg b) {
    return static_cast<uint32_t>(_mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_EQ_OQ)));
  }
};

constexpr Kernels kKernels = Body<Avx2>::Table("avx2");

}  // namespace

const Kernels* Avx2Kernels() { return &kKernels; }

}  // namespace diurna

#else

const diurna::Kernels* diurna::Avx2Kernels() { return nullptr; }

#endif
