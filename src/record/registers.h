// The eight registers: each a class that is made once from the lexicon and finds its rows in a report.
//
// Made in this order, because the later ones look at the earlier: statements know what other registers hold already,
// links join rows. Const members are thread-safe; the lexicon must outlive them.

#ifndef DIURNA_RECORD_REGISTERS_H_
#define DIURNA_RECORD_REGISTERS_H_

#include <memory>
#include <vector>

#include "lexicon/lexicon.h"
#include "record/draft.h"
#include "record/report_view.h"

namespace diurna {

// A finder of rows behind a pointer, so that a register's tables stay in its own file.
#define DIURNA_REGISTER(Finder)                  \
  class Finder {                                 \
   public:                                       \
    explicit Finder(const Lexicon& lexicon);     \
    Finder(Finder&&) noexcept;                   \
    ~Finder();                                   \
    /* Appends the register's drafts. */         \
    void Find(const ReportView&, Drafts*) const; \
                                                 \
   private:                                      \
    struct Impl;                                 \
    std::unique_ptr<Impl> impl_;                 \
  };

DIURNA_REGISTER(EventFinder)      // events.cc
DIURNA_REGISTER(FigureFinder)     // figures.cc
DIURNA_REGISTER(MeasureFinder)    // measures.cc
DIURNA_REGISTER(ServiceFinder)    // services.cc
DIURNA_REGISTER(PriceFinder)      // prices.cc; takes the money that it uses out of the figures
DIURNA_REGISTER(OfficeFinder)     // offices.cc
DIURNA_REGISTER(StatementFinder)  // statements.cc
DIURNA_REGISTER(LinkFinder)       // links.cc; runs when the others are folded and have their ids

#undef DIURNA_REGISTER

// Folds repeats (rule 3 of the contract) and gives ids, in every register but links.
void FoldRepeats(const ReportView& view, Drafts* drafts);

}  // namespace diurna

#endif  // DIURNA_RECORD_REGISTERS_H_
