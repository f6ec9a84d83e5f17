// AVX-512 (foundation): sixteen floats at a time, 32 registers.

#include "language/kernels_body.h"

#ifdef __AVX512F__

#include <immintrin.h>

namespace diurna {
namespace {

struct Avx512 {
  using Reg = __m512;
  static constexpr uint32_t kLanes = 16;
  static constexpr uint32_t kTileRows = 8;
  static constexpr uint32_t kTileRegs = 3;
  static constexpr bool kMinimal = true;

  static Reg Load(const float* from) { return _mm512_loadu_ps(from); }
  static void Store(float* to, Reg a) { _mm512_storeu_ps(to, a); }
  static Reg Set(float a) { return _mm512_set1_ps(a); }
  static Reg Add(Reg a, Reg b) { return _mm512_add_ps(a, b); }
  static Reg Sub(Reg a, Reg b) { return _mm512_sub_ps(a, b); }
  static Reg Mul(Reg a, Reg b) { return _mm512_mul_ps(a, b); }
  static Reg Max(Reg a, Reg b) { return _mm512_max_ps(a, b); }
  static Reg MulAdd(Reg a, Reg b, Reg c) { return _mm512_fmadd_ps(a, b, c); }
  static float Sum(Reg a) { return _mm512_reduce_add_ps(a); }
  static float Largest(Reg a) { return _mm512_reduce_max_ps(a); }
  static uint32_t EqualBits(Reg a, Reg b) { return _mm512_cmp_ps_mask(a, b, _CMP_EQ_OQ); }
};

constexpr Kernels kKernels = Body<Avx512>::Table("avx512");

}  // namespace

const Kernels* Avx512Kernels() { return &kKernels; }

}  // namespace diurna

#else

const diurna::Kernels* diurna::Avx512Kernels() { return nullptr; }

#endif
