#include "support/built_in_parser.h"

namespace diurna {

const DocumentParser& BuiltInParser() {
  static const DocumentParser parser = *DocumentParser::Make(*Lexicon::BuiltIn());
  return parser;
}

const LayoutWords& BuiltInLayoutWords() {
  static const LayoutWords words = *LayoutWords::Make(*Lexicon::BuiltIn());
  return words;
}

}  // namespace diurna
