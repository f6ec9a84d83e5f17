// count_rows REPORT: how many rows the record of a report has.

#include <diurna/reader.h>

#include <iostream>

int main(int, char** arguments) {
  const auto reader = diurna::Reader::Open({.data_folder = DATA_FOLDER, .lexicon_folders = {}});
  const auto report = reader->Load(arguments[1], {});
  const auto record = reader->Read(*report);
  std::cout << record->events.size() + record->figures.size() + record->prices.size() << " rows\n";
}
