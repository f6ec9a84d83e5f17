// The examples and counter-examples of a lexicon, held against what the engine reads.
//
// Each sentence stands alone as the body of a report. An example is kept when a row was made by the entry that carries
// it (alone or with others: a system and the frame that tells its state), or, where the entry says that something is no
// row, when it said so; a counter-example when neither.

#ifndef DIURNA_RECORD_LEXICON_EXAMPLES_H_
#define DIURNA_RECORD_LEXICON_EXAMPLES_H_

#include <cstddef>

#include "diurna/reader.h"
#include "diurna/status.h"
#include "lexicon/problems.h"

namespace diurna {

struct ExampleReport {
  size_t examples = 0;
  size_t counters = 0;
  LexiconProblems failures;  // where the sentence stands, and what was read instead
};

// Reads the sentences of the options' lexicon folders; without folders those of the built-in lexicon. Fails where the
// reader cannot be opened.
Result<ExampleReport> CheckExamples(const ReaderOptions& options);

}  // namespace diurna

#endif  // DIURNA_RECORD_LEXICON_EXAMPLES_H_
