// A record made by hand, with a row in every register, for tests of what shows records.

#ifndef DIURNA_TESTS_SUPPORT_SAMPLE_RECORD_H_
#define DIURNA_TESTS_SUPPORT_SAMPLE_RECORD_H_

#include "diurna/record.h"

namespace diurna {

Record SampleRecord();

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_SAMPLE_RECORD_H_
