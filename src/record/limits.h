// Limits: how much a record holds at most, so that no text makes one without bound. They bind in no report that a
// person wrote: over 530 reports the most that any had is given beside each. What is left out is said in the record's
// warnings.

#ifndef DIURNA_RECORD_LIMITS_H_
#define DIURNA_RECORD_LIMITS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diurna/record.h"
#include "diurna/vocabulary.h"

namespace diurna {

constexpr size_t kMostRowsOfSentence = 100;  // rows of one register before folding; 14
constexpr size_t kMostPlacesOfFact = 50;     // rows of one fact, each at a place of its own; 14
constexpr size_t kMostTellings = 200;        // entries of a row's `also`; 19
constexpr size_t kMostParties = 50;          // parties of one role of an event; 4

// Keeps count of what one report's rows take up of the limits, and of what was left out.
class LimitCount {
 public:
  // Whether a sentence has room for one more row of a register. Counts the row, or that it is left out.
  [[nodiscard]] bool Admit(Register of_row, uint32_t sentence);
  // Cuts lists to what a row may have, and counts what is cut off.
  void HoldPlaces(std::vector<Place>* places) { Hold(kMostPlacesOfFact, places, &places_); }
  void HoldTellings(std::vector<Evidence>* also) { Hold(kMostTellings, also, &tellings_); }
  void HoldParties(std::vector<Party>* parties) { Hold(kMostParties, parties, &parties_); }

  // What was left out, each a line for a person.
  std::vector<std::string> Warnings() const;

 private:
  template <typename Item>
  static void Hold(size_t most, std::vector<Item>* items, size_t* left_out) {
    if (items->size() <= most) return;
    *left_out += items->size() - most;
    items->resize(most);
  }

  std::array<std::vector<uint8_t>, kTerms<Register>> rows_of_;  // per sentence, as far as any was asked for
  size_t rows_ = 0, places_ = 0, tellings_ = 0, parties_ = 0;
};

}  // namespace diurna

#endif  // DIURNA_RECORD_LIMITS_H_
