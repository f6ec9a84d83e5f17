// A record as a table that an editor reads on a terminal.

#ifndef DIURNA_VIEW_TABLE_H_
#define DIURNA_VIEW_TABLE_H_

#include <string>

#include "diurna/record.h"

namespace diurna {

struct TableOptions {
  unsigned width = 100;  // columns of the terminal; no line is wider, however narrow it is (but 20 at least are used)
  bool colour = false;   // bold headings and dimmed evidence by ANSI escapes
};

// The registers as sections, a row each with id, time, place, what and who says so, its evidence beneath. Wide letters
// count as two columns; control characters of the report's text are left out. Ends with a line end.
std::string ToTable(const Record& record, const TableOptions& options);

}  // namespace diurna

#endif  // DIURNA_VIEW_TABLE_H_
