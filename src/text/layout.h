// The layout of a report: where its title, publisher, date, byline, dateline and body stand.

#ifndef DIURNA_TEXT_LAYOUT_H_
#define DIURNA_TEXT_LAYOUT_H_

#include "diurna/document.h"
#include "text/layout_words.h"

namespace diurna {

// Fills everything of `document` but id, text, paragraphs and language from its text, which is in normal form, its
// paragraphs and the metadata, which wins where both speak. Appends a warning for what a reader of the record should
// know: no date of publication, or one that took a decision.
void LayOut(const LayoutWords& words, const Metadata& metadata, Document* document);

}  // namespace diurna

#endif  // DIURNA_TEXT_LAYOUT_H_
