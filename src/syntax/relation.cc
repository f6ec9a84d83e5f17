#include "syntax/relation.h"

namespace diurna {

bool IsInOwnClause(const Token& token) {
  switch (token.dep) {
    case Dep::kNsubj:
    case Dep::kNsubjpass:
    case Dep::kDobj:
    case Dep::kAttr:
    case Dep::kAcomp:
    case Dep::kPrep:
    case Dep::kAgent:
    case Dep::kPrt:
    case Dep::kNeg:
    case Dep::kAux:
    case Dep::kAuxpass:
    case Dep::kAdvmod:
    case Dep::kNpadvmod:
    case Dep::kOprd:
    case Dep::kDative:
    case Dep::kXcomp:
    case Dep::kNummod:
    case Dep::kCompound:
    case Dep::kAmod:
    case Dep::kPoss:
    case Dep::kDet:
    case Dep::kExpl:
      return true;
    default:
      return false;
  }
}

}  // namespace diurna
