#include "language/network.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>

#include "language/encoder.h"
#include "language/network_dump.h"
#include "language/transition.h"
#include "support/allocations.h"

namespace diurna {
namespace {

// Sets an environment variable until the end of its scope.
class ScopedVariable {
 public:
  ScopedVariable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    setenv(name, value, 1);
  }
  ~ScopedVariable() {
    if (old_) {
      setenv(name_, old_->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

const FlatFile& Model() {
  static const Result<FlatFile> model = OpenModel();
  if (!model) {
    ADD_FAILURE() << model.status().message();
    std::abort();
  }
  return *model;
}

// Many different words, from the dumped ones with their attributes exchanged; some start sentences beforehand.
std::vector<TokenFeatures> LongDocument(size_t size) {
  std::vector<TokenFeatures> words;
  for (const DumpedDocument& document : ReadDecisions()) {
    words.insert(words.end(), document.tokens.begin(), document.tokens.end());
  }
  std::vector<TokenFeatures> tokens;
  for (size_t i = 0; i < size; ++i) {
    TokenFeatures token = words[i % words.size()];
    const TokenFeatures& other = words[i / words.size() % words.size()];
    if (i % 3 == 0) token.norm = other.norm;
    if (i % 5 == 0) token.suffix = other.suffix;
    tokens.push_back(token);
  }
  return tokens;
}

class NetworkTest : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    const ScopedVariable kernel("DIURNA_KERNEL", std::string(GetParam()->name).c_str());
    Result<Network> network = Network::Load(Model());
    ASSERT_TRUE(network.ok()) << network.status().message();
    network_.emplace(std::move(*network));
  }

  std::optional<Network> network_;
};

TEST_P(NetworkTest, DecidesAsTheReferenceDoes) {
  const auto workspace = network_->MakeWorkspace();
  Decisions out;
  const std::vector<DumpedDocument> documents = ReadDecisions();
  ASSERT_EQ(documents.size(), 8u);
  for (const DumpedDocument& document : documents) {
    network_->Run(document.tokens, *workspace, out);
    std::vector<std::string> names(document.tokens.size(), "O");
    for (const Entity& entity : out.entities) {
      const std::string type(Name(entity.type));
      for (uint32_t i = entity.begin; i < entity.end; ++i) names[i] = (i + 1 < entity.end ? "I-" : "L-") + type;
      names[entity.begin] = (entity.end - entity.begin > 1 ? "B-" : "U-") + type;
    }
    for (size_t i = 0; i < document.tokens.size(); ++i) {
      // The attribute ruler has the last word on the tag of white space.
      if (!document.tokens[i].is_space) {
        EXPECT_EQ(network_->tag_names()[out.tag[i]], document.tag[i]) << i;
      }
      EXPECT_EQ(out.head[i], document.head[i]) << i;
      EXPECT_EQ(network_->label_names()[out.label[i]], document.label[i]) << i;
      EXPECT_EQ(out.sentence_start[i], document.sentence_start[i]) << i;
      EXPECT_EQ(names[i], document.name[i]) << i;
    }
  }
}

TEST_P(NetworkTest, EncodesAsTheReferenceDoes) {
  const std::vector<DumpedDocument> documents = ReadDecisions();
  std::ifstream file(DIURNA_SOURCE_DIR "/tests/language/network_activations.txt");
  std::string line, name, loaded;
  size_t compared = 0;
  std::optional<Encoder> encoder;
  std::optional<Encoder::Workspace> workspace;
  std::vector<float> encoded;
  uint32_t in_hand = UINT32_MAX;  // 16 * document + layer
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    uint32_t document = 0, layer = 0, token = 0;
    fields >> name >> document >> layer >> token;
    if (name != loaded) {
      Result<Encoder> result = Encoder::Load(Model(), "net." + name, GetParam());
      ASSERT_TRUE(result.ok()) << result.status().message();
      encoder.emplace(std::move(*result));
      workspace.emplace();
      loaded = name;
      in_hand = UINT32_MAX;
    }
    const std::vector<TokenFeatures>& tokens = documents[document].tokens;
    if (in_hand != 16 * document + layer) {
      encoded.resize(tokens.size() * kWidth);
      encoder->Encode(tokens, 0, static_cast<uint32_t>(tokens.size()), *workspace, encoded.data(), layer);
      in_hand = 16 * document + layer;
    }
    float wanted = 0;
    for (uint32_t k = 0; fields >> wanted; k += 8) {
      ASSERT_NEAR(encoded[token * kWidth + k], wanted, 1e-4) << line;
      ++compared;
    }
  }
  EXPECT_EQ(compared, 610u * 12);
}

TEST_P(NetworkTest, EncodesTheSameInAnyBlocks) {
  Result<Encoder> encoder = Encoder::Load(Model(), "net.shared", GetParam());
  ASSERT_TRUE(encoder.ok()) << encoder.status().message();
  Encoder::Workspace workspace;
  const std::vector<TokenFeatures> tokens = LongDocument(500);
  const auto encode = [&](uint32_t block) {
    std::vector<float> out(tokens.size() * kWidth);
    for (uint32_t begin = 0; begin < tokens.size(); begin += block) {
      const uint32_t end = std::min<uint32_t>(begin + block, static_cast<uint32_t>(tokens.size()));
      encoder->Encode(tokens, begin, end, workspace, out.data() + begin * kWidth);
    }
    return out;
  };
  const std::vector<float> large = encode(Encoder::kBlockRows), small = encode(7);
  for (size_t i = 0; i < large.size(); ++i) ASSERT_NEAR(large[i], small[i], 1e-4) << i;
}

TEST_P(NetworkTest, DecidesTheSameWithAUsedWorkspace) {
  const std::vector<TokenFeatures> tokens = LongDocument(6000);
  const auto used = network_->MakeWorkspace();
  Decisions first, again, fresh;
  network_->Run(tokens, *used, first);
  network_->Run(std::span(tokens).subspan(2500, 1500), *used, again);
  network_->Run(tokens, *used, again);
  const auto other = network_->MakeWorkspace();
  network_->Run(tokens, *other, fresh);
  for (const Decisions* out : {&again, &fresh}) {
    EXPECT_EQ(first.tag, out->tag);
    EXPECT_EQ(first.head, out->head);
    EXPECT_EQ(first.label, out->label);
    EXPECT_EQ(first.sentence_start, out->sentence_start);
    EXPECT_EQ(first.entities.size(), out->entities.size());
  }
}

TEST_P(NetworkTest, HeadsAreInRangeAndSentencesStartAtTheFirstToken) {
  const auto workspace = network_->MakeWorkspace();
  Decisions out;
  const std::vector<TokenFeatures> tokens = LongDocument(3000);
  for (const size_t size : {0u, 1u, 2u, 5u, 248u, 249u, 3000u}) {
    network_->Run(std::span(tokens).first(size), *workspace, out);
    ASSERT_EQ(out.head.size(), size);
    ASSERT_EQ(out.sentence_start.size(), size);
    if (size > 0) {
      EXPECT_EQ(out.sentence_start[0], 1);
    }
    for (const uint32_t head : out.head) EXPECT_LT(head, size);
    uint32_t last = 0;
    for (const Entity& entity : out.entities) {
      EXPECT_LE(last, entity.begin);
      EXPECT_LT(entity.begin, entity.end);
      EXPECT_LE(entity.end, size);
      last = entity.end;
    }
  }
}

TEST_P(NetworkTest, AllocatesNothingOnceWarm) {
  const auto workspace = network_->MakeWorkspace();
  Decisions out;
  const std::vector<TokenFeatures> tokens = LongDocument(2000);
  network_->Run(tokens, *workspace, out);
  const uint64_t before = Allocations();
  network_->Run(tokens, *workspace, out);
  network_->Run(std::span(tokens).first(700), *workspace, out);
  EXPECT_EQ(Allocations(), before);
}

INSTANTIATE_TEST_SUITE_P(Available, NetworkTest, testing::ValuesIn(AvailableKernels()),
                         [](const auto& instance) { return std::string(instance.param->name); });

// One token in ten thousand may differ.
TEST(Network, EveryKernelDecidesAsTheScalarOne) {
  const std::vector<TokenFeatures> tokens = LongDocument(10000);
  Decisions wanted, got;
  for (const Kernels* kernels : AvailableKernels()) {
    const ScopedVariable kernel("DIURNA_KERNEL", std::string(kernels->name).c_str());
    const Result<Network> network = Network::Load(Model());
    ASSERT_TRUE(network.ok()) << network.status().message();
    const auto workspace = network->MakeWorkspace();
    Decisions& out = kernels->name == "scalar" ? wanted : got;
    network->Run(tokens, *workspace, out);
    if (&out == &wanted) continue;
    size_t different = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      different += wanted.tag[i] != got.tag[i] || wanted.head[i] != got.head[i] || wanted.label[i] != got.label[i] ||
                   wanted.sentence_start[i] != got.sentence_start[i];
    }
    EXPECT_LE(different, 1u) << kernels->name;
    EXPECT_NEAR(static_cast<double>(wanted.entities.size()), static_cast<double>(got.entities.size()), 2);
  }
}

TEST(Network, NamesTheVariableOfAnUnknownKernel) {
  const ScopedVariable kernel("DIURNA_KERNEL", "abacus");
  const std::string message = Network::Load(Model()).status().message();
  EXPECT_TRUE(message.starts_with("DIURNA_KERNEL: there is no kernel \"abacus\"")) << message;
}

TEST(Network, NamesTheSectionThatIsMissing) {
  const std::string bytes = FlatFileWriter("english", 1).Finish();
  const Result<FlatFile> file =
      FlatFile::Wrap({reinterpret_cast<const std::byte*>(bytes.data()), bytes.size()}, "empty", "english", 1);
  ASSERT_TRUE(file.ok()) << file.status().message();
  const std::string message = Network::Load(*file).status().message();
  EXPECT_NE(message.find("net.shared.embed.rows"), std::string::npos) << message;
}

TEST(FeatureRows, ComputeAgainWhatHasLostItsPlace) {
  const Kernels* kernels = ChooseKernels().value();
  const Result<TransitionNet> net = TransitionNet::Load(Model(), "net.parser", 8, 4, kernels);
  ASSERT_TRUE(net.ok()) << net.status().message();
  std::vector<float> vectors(700 * kHidden);
  for (size_t i = 0; i < vectors.size(); ++i) vectors[i] = static_cast<float>(i % 97) / 97;
  FeatureRows rows(*net, 8);
  rows.Start(vectors.data(), 700);
  std::vector<float> wanted(8 * kState);
  const auto expect_row = [&](uint32_t token, uint32_t feature) {
    const float* const row = rows.Get(token, feature);
    kernels->multiply(net->features, nullptr, vectors.data() + token * kHidden, kHidden, 1, wanted.data(), 8 * kState);
    for (size_t i = 0; i < kState; ++i) ASSERT_EQ(row[i], wanted[feature * kState + i]) << token << " " << feature;
  };
  for (uint32_t token = 0; token < 700; ++token) {
    expect_row(token, 1);
    expect_row(token, 0);
    expect_row(token % 256, 2);
    expect_row(token / 2, 7);
    expect_row(0, 4);
  }
}

}  // namespace
}  // namespace diurna
