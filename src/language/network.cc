// The network over one document: the shared encoder feeds the tagger and the parser block by block, the parser walks
// the document and settles its sentences, and the name recogniser's own encoder and automaton follow, since names do
// not cross sentences. Of the encoders' output only what the parser and the recogniser read is kept, 256 bytes a token.

#include "language/network.h"

#include <algorithm>

#include "language/encoder.h"
#include "language/entity_recognizer.h"
#include "language/parser.h"
#include "language/tagger.h"

namespace diurna {

struct Network::Impl {
  Encoder shared;
  Encoder names;
  Tagger tagger;
  Parser parser;
  EntityRecognizer recognizer;
};

class Network::Workspace {
 public:
  explicit Workspace(const Impl& network)
      : parser(network.parser),
        recognizer(network.recognizer),
        encoded(size_t{Encoder::kBlockRows} * kWidth),
        scratch(network.tagger.ScratchFloats(Encoder::kBlockRows)) {}

  Encoder::Workspace shared;
  Encoder::Workspace names;
  Parser::Workspace parser;
  EntityRecognizer::Workspace recognizer;
  std::vector<float> encoded;  // one block
  std::vector<float> scratch;
  std::vector<float> vectors;  // kHidden for each token
};

Network::Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::Load(const FlatFile& model) {
  const Result<const Kernels*> kernels = KernelsFromEnvironment();
  if (!kernels) return kernels.status();
  Result<Encoder> shared = Encoder::Load(model, "net.shared", *kernels);
  if (!shared) return shared.status();
  Result<Encoder> names = Encoder::Load(model, "net.names", *kernels);
  if (!names) return names.status();
  Result<Tagger> tagger = Tagger::Load(model, *kernels);
  if (!tagger) return tagger.status();
  Result<Parser> parser = Parser::Load(model, *kernels);
  if (!parser) return parser.status();
  Result<EntityRecognizer> recognizer = EntityRecognizer::Load(model, *kernels);
  if (!recognizer) return recognizer.status();
  Network network;
  network.impl_ = std::make_unique<Impl>(
      Impl{std::move(*shared), std::move(*names), std::move(*tagger), std::move(*parser), std::move(*recognizer)});
  return network;
}

std::unique_ptr<Network::Workspace, void (*)(Network::Workspace*)> Network::MakeWorkspace() const {
  return {new Workspace(*impl_), [](Workspace* workspace) { delete workspace; }};
}

void Network::Run(std::span<const TokenFeatures> tokens, Workspace& w, Decisions& out) const {
  const uint32_t size = static_cast<uint32_t>(tokens.size());
  out.tag.resize(size);
  out.entities.clear();
  w.vectors.resize(size_t{size} * kHidden);
  const auto in_blocks = [size](auto&& block) {
    for (uint32_t begin = 0; begin < size; begin += Encoder::kBlockRows) {
      block(begin, std::min(size, begin + Encoder::kBlockRows));
    }
  };
  in_blocks([&](uint32_t begin, uint32_t end) {
    impl_->shared.Encode(tokens, begin, end, w.shared, w.encoded.data());
    impl_->tagger.Tag(w.encoded.data(), end - begin, w.scratch.data(), out.tag.data() + begin);
    impl_->parser.net().Tokens(w.encoded.data(), end - begin, w.vectors.data() + size_t{begin} * kHidden);
  });
  impl_->parser.Parse(tokens, w.vectors.data(), w.parser, out.head, out.label, out.sentence_start);
  in_blocks([&](uint32_t begin, uint32_t end) {
    impl_->names.Encode(tokens, begin, end, w.names, w.encoded.data());
    impl_->recognizer.net().Tokens(w.encoded.data(), end - begin, w.vectors.data() + size_t{begin} * kHidden);
  });
  impl_->recognizer.Recognize(tokens, w.vectors.data(), out.sentence_start, w.recognizer, out.entities);
}

std::span<const std::string_view> Network::tag_names() const { return impl_->tagger.names(); }
std::span<const std::string_view> Network::label_names() const { return impl_->parser.label_names(); }

}  // namespace diurna
