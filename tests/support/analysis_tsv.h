// Analyses from files, so that a floor can be tested without the one below it.

#ifndef DIURNA_TESTS_SUPPORT_ANALYSIS_TSV_H_
#define DIURNA_TESTS_SUPPORT_ANALYSIS_TSV_H_

#include <string>
#include <string_view>

#include "diurna/analysis.h"
#include "diurna/status.h"

namespace diurna {

// The analysis of `text` that dump_analysis.py wrote as `tsv`. The text must outlive it; the TSV need not.
Result<Analysis> AnalysisFromTsv(std::string_view text, std::string_view tsv);
Result<Analysis> LoadAnalysisTsv(std::string_view text, const std::string& path);

}  // namespace diurna

#endif  // DIURNA_TESTS_SUPPORT_ANALYSIS_TSV_H_
