// NEON of 64-bit ARM: four floats at a time, 32 registers.

#include "language/kernels_body.h"

#ifdef __aarch64__

#include <arm_neon.h>

namespace diurna {
namespace {

struct Neon {
  using Reg = float32x4_t;
  static constexpr uint32_t kLanes = 4;
  static constexpr uint32_t kTileRows = 6;
  static constexpr uint32_t kTileRegs = 4;
  static constexpr bool kMinimal = true;

  static Reg Load(const float* from) { return vld1q_f32(from); }
  static void Store(float* to, Reg a) { vst1q_f32(to, a); }
  static Reg Set(float a) { return vdupq_n_f32(a); }
  static Reg Add(Reg a, Reg b) { return vaddq_f32(a, b); }
  static Reg Sub(Reg a, Reg b) { return vsubq_f32(a, b); }
  static Reg Mul(Reg a, Reg b) { return vmulq_f32(a, b); }
  static Reg Max(Reg a, Reg b) { return vmaxq_f32(a, b); }
  static Reg MulAdd(Reg a, Reg b, Reg c) { return vfmaq_f32(c, a, b); }
  static float Sum(Reg a) { return vaddvq_f32(a); }
  static float Largest(Reg a) { return vmaxvq_f32(a); }
  static uint32_t EqualBits(Reg a, Reg b) {
    const uint32x4_t bit = {1, 2, 4, 8};
    return vaddvq_u32(vandq_u32(vceqq_f32(a, b), bit));
  }
};

constexpr Kernels kKernels = Body<Neon>::Table("neon");

}  // namespace

const Kernels* NeonKernels() { return &kKernels; }

}  // namespace diurna

#else

const diurna::Kernels* diurna::NeonKernels() { return nullptr; }

#endif
