#include "language/sections.h"

#include <fmt/format.h>

namespace diurna {

void SectionReader::Fail(const std::string& name, size_t wanted) {
  if (!status_.ok()) return;
  status_ = Status::BadInput(fmt::format("the section {} has {} bytes, not the {} that this version reads", name,
                                         model_.Section(name).size(), wanted));
}

const float* SectionReader::Floats(const std::string& name, size_t count) {
  const std::span<const float> values = model_.Array<float>(name);
  if (values.size() == count) return values.data();
  Fail(name, count * sizeof(float));
  return nullptr;
}

Panels SectionReader::Matrix(const std::string& name, uint32_t inputs, uint32_t panels) {
  const size_t stride = size_t{inputs} * kPanel;
  return {Floats(name, stride * panels), stride, inputs, panels};
}

std::span<const uint32_t> SectionReader::Integers(const std::string& name, size_t count) {
  const std::span<const uint32_t> values = model_.Array<uint32_t>(name);
  if (values.size() == count) return values;
  Fail(name, count * sizeof(uint32_t));
  return {};
}

std::vector<std::string_view> SectionReader::Lines(const std::string& name) {
  std::vector<std::string_view> lines;
  std::string_view rest = model_.Text(name);
  if (rest.empty()) {
    Fail(name, 1);
    return lines;
  }
  for (;;) {
    const size_t end = rest.find('\n');
    lines.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) return lines;
    rest.remove_prefix(end + 1);
  }
}

}  // namespace diurna
