// The reference: one float at a time, for any processor, and the window layers multiplied out.

#include "language/kernels_body.h"

namespace diurna {
namespace {

struct Scalar {
  using Reg = float;
  static constexpr uint32_t kLanes = 1;
  static constexpr uint32_t kTileRows = 4;
  static constexpr uint32_t kTileRegs = 4;
  static constexpr bool kMinimal = false;

  static Reg Load(const float* from) { return *from; }
  static void Store(float* to, Reg a) { *to = a; }
  static Reg Set(float a) { return a; }
  static Reg Add(Reg a, Reg b) { return a + b; }
  static Reg Sub(Reg a, Reg b) { return a - b; }
  static Reg Mul(Reg a, Reg b) { return a * b; }
  static Reg Max(Reg a, Reg b) { return a > b ? a : b; }
  static Reg MulAdd(Reg a, Reg b, Reg c) { return a * b + c; }
  static float Sum(Reg a) { return a; }
  static float Largest(Reg a) { return a; }
  static uint32_t EqualBits(Reg a, Reg b) { return a == b ? 1 : 0; }
};

constexpr Kernels kKernels = Body<Scalar>::Table("scalar");

}  // namespace

const Kernels* ScalarKernels() { return &kKernels; }

}  // namespace diurna
