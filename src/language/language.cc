// One pass after the other over the whole text; see language/language.h for their order. What depends on a word alone
// is kept by the lexeme table of the workspace; what depends on word, tag, label and the few rules over two tokens
// (part of speech, morphology, lemma) is kept beside it, since the same combinations come again and again.

#include "language/language.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "language/attribute_ruler.h"
#include "language/attributes.h"
#include "language/kernels.h"
#include "language/lemmatizer.h"
#include "language/network.h"
#include "language/tokenizer.h"
#include "language/unicode.h"

namespace diurna {

namespace {

constexpr std::string_view kKind = "english";
constexpr uint32_t kVersion = 1;

// A workspace that has grown beyond this is emptied before the next text.
constexpr size_t kMostBytes = size_t{64} << 20;

Dep DepNamed(std::string_view label) {
  for (int i = 0; i <= static_cast<int>(Dep::kXcomp); ++i) {
    if (Name(static_cast<Dep>(i)) == label) return static_cast<Dep>(i);
  }
  return Dep::kDep;
}

// What a combination of word, tag, label and context comes to. Views are the model's, but for `lemma` by `source`.
struct Reading {
  enum Source : uint8_t { kModel, kText, kLower, kWorkspace };
  uint64_t key = 0;
  std::string_view tag;
  std::string_view morph;
  std::string_view label;
  std::string_view lemma;
  Pos pos = Pos::kNone;
  Dep dep = Dep::kDep;
  Source source = kModel;
};

// An open-addressed table of readings by key.
class Readings {
 public:
  Readings() { Clear(); }

  void Clear() {
    slots_.assign(size_t{1} << 12, 0);
    readings_.clear();
    strings_.Clear();
  }

  // The reading of this key, or null.
  const Reading* Find(uint64_t key) const {
    const size_t mask = slots_.size() - 1;
    for (size_t at = Hash(key) & mask; slots_[at] != 0; at = (at + 1) & mask) {
      if (readings_[slots_[at] - 1].key == key) return &readings_[slots_[at] - 1];
    }
    return nullptr;
  }

  const Reading& Add(const Reading& reading) {
    readings_.push_back(reading);
    if (reading.source == Reading::kWorkspace) readings_.back().lemma = strings_.Keep(reading.lemma);
    if (2 * readings_.size() > slots_.size()) {
      slots_.assign(2 * slots_.size(), 0);
      for (size_t i = 0; i + 1 < readings_.size(); ++i) Put(i);
    }
    Put(readings_.size() - 1);
    return readings_.back();
  }

  size_t bytes() const { return readings_.size() * sizeof(Reading) + strings_.bytes(); }

 private:
  static uint64_t Hash(uint64_t key) {
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 32);
  }
  void Put(size_t i) {
    const size_t mask = slots_.size() - 1;
    size_t at = Hash(readings_[i].key) & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = static_cast<uint32_t>(i + 1);
  }

  std::vector<uint32_t> slots_;  // 1 + index, or 0
  std::vector<Reading> readings_;
  StringArena strings_;
};

// The strings of a word type as the analysis in the making keeps them.
struct KeptStrings {
  uint64_t analysis = 0;  // which one, counted from 1
  std::string_view lower;
};

bool Inside(std::string_view part, std::string_view whole) {
  return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

}  // namespace

struct Language::Impl {
  FlatFile model;
  std::optional<Unicode> unicode;
  std::optional<Attributes> attributes;
  std::optional<Tokenizer> tokenizer;
  std::optional<AttributeRuler> ruler;
  std::optional<Lemmatizer> lemmatizer;
  std::optional<Network> network;
  std::vector<uint32_t> tag_values;                                      // the ruler's ids of the network's tags
  std::vector<uint32_t> label_values;                                    // and of its labels
  std::shared_ptr<const int> identity = std::make_shared<const int>(0);  // which model a workspace has served

  explicit Impl(FlatFile file) : model(std::move(file)) {}

  Reading Read(uint64_t key, const Lexeme& lexeme, const RulerToken& token, uint16_t context, std::string_view tag,
               std::string_view label, std::string* scratch) const;
  // The reading of a token of the workspace, kept there.
  const Reading& ReadingOf(Workspace::Impl& work, size_t i) const;
  // Token `i` of the analysis, from what the passes left in the workspace.
  void FillToken(Workspace::Impl& work, size_t i, Analysis::Builder* builder) const;
};

struct Language::Workspace::Impl {
  std::shared_ptr<const int> owner;
  Tokenizer::Workspace tokenizer;
  Readings readings;
  std::vector<KeptStrings> kept;  // by lexeme
  uint64_t analyses = 0;
  std::vector<TextToken> tokens;
  std::vector<TokenFeatures> features;
  std::vector<RulerToken> ruler_tokens;
  Decisions decisions;
  std::unique_ptr<Network::Workspace, void (*)(Network::Workspace*)> network{nullptr, nullptr};
  std::string scratch;

  // Ready for this model, and not too large.
  // What the network looks at, of each token. A sentence starts at each of the breaks (bytes).
  void ReadFeatures(std::span<const uint32_t> breaks);
  void Prepare(const Language::Impl& language) {
    const size_t bytes = tokenizer.bytes() + readings.bytes() + kept.size() * sizeof(KeptStrings);
    if (owner == language.identity && bytes <= kMostBytes) return;
    owner = language.identity;
    tokenizer.Clear();
    readings.Clear();
    kept.clear();
    // Its caches go by the indices of word types that are now given anew.
    network = language.network->MakeWorkspace();
  }
};

Language::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Language::Workspace::~Workspace() = default;
Language::Workspace::Workspace(Workspace&&) noexcept = default;
Language::Workspace& Language::Workspace::operator=(Workspace&&) noexcept = default;

Language::Language() = default;
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;
Language::~Language() = default;

Result<Language> Language::Open(const std::string& path) {
  // What is wrong with the environment is not the file's fault, and its message does not name the file.
  if (const Result<const Kernels*> kernels = KernelsFromEnvironment(); !kernels.ok()) return kernels.status();
  Result<FlatFile> model = FlatFile::Open(path, kKind, kVersion);
  if (!model.ok()) return model.status();
  Language language;
  language.impl_ = std::make_unique<Impl>(std::move(*model));
  Impl& impl = *language.impl_;
  const auto damaged = [&](std::string_view what) {
    return Status::BadInput(path + ": the tables of the " + std::string(what) + " are missing or damaged");
  };
  if (!(impl.unicode = Unicode::Load(impl.model))) return damaged("characters");
  if (!(impl.attributes = Attributes::Load(impl.model, *impl.unicode))) return damaged("word attributes");
  if (!(impl.tokenizer = Tokenizer::Load(impl.model, *impl.unicode, *impl.attributes))) return damaged("tokenizer");
  if (!(impl.ruler = AttributeRuler::Load(impl.model))) return damaged("attribute ruler");
  if (!(impl.lemmatizer = Lemmatizer::Load(impl.model, *impl.unicode))) return damaged("lemmatizer");
  Result<Network> network = Network::Load(impl.model);
  if (!network.ok()) return Status::BadInput(path + ": " + network.status().message());
  impl.network.emplace(std::move(*network));
  for (const std::string_view tag : impl.network->tag_names()) impl.tag_values.push_back(impl.ruler->Value(tag));
  for (const std::string_view label : impl.network->label_names()) {
    impl.label_values.push_back(impl.ruler->Value(label));
  }
  return language;
}

Reading Language::Impl::Read(uint64_t key, const Lexeme& lexeme, const RulerToken& token, uint16_t context,
                             std::string_view tag, std::string_view label, std::string* scratch) const {
  const RulerOutcome outcome = ruler->Apply(token, context);
  Reading reading;
  reading.key = key;
  reading.tag = outcome.tag.empty() ? tag : outcome.tag;
  reading.label = outcome.dep.empty() ? label : outcome.dep;
  reading.pos = outcome.pos;
  reading.morph = outcome.morph;
  reading.dep = DepNamed(reading.label);
  reading.lemma = outcome.lemma;
  if (reading.lemma.empty()) {
    reading.lemma = lemmatizer->Lemma(lexeme.text, lexeme.lower, outcome.pos, outcome.morph, scratch);
    if (reading.lemma == lexeme.text) {
      reading.source = Reading::kText;
    } else if (reading.lemma == lexeme.lower) {
      reading.source = Reading::kLower;
    } else if (Inside(reading.lemma, *scratch)) {
      reading.source = Reading::kWorkspace;
    }
  }
  return reading;
}

void Language::Workspace::Impl::ReadFeatures(std::span<const uint32_t> breaks) {
  const LexemeTable& lexemes = tokenizer.lexemes;
  features.resize(tokens.size());
  size_t next_break = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const TextToken& token = tokens[i];
    const Lexeme& lexeme = lexemes[token.lexeme];
    TokenFeatures& of_token = features[i];
    of_token.norm = lexeme.norm_id;
    of_token.prefix = lexeme.prefix_id;
    of_token.suffix = lexeme.suffix_id;
    of_token.shape = lexeme.shape_id;
    of_token.type = token.lexeme;
    of_token.space_after = token.space_after;
    of_token.is_space = lexeme.is_space;
    of_token.sentence_start = 0;
    while (next_break < breaks.size() && breaks[next_break] <= token.begin) {
      of_token.sentence_start = 1;
      ++next_break;
    }
  }
}

const Reading& Language::Impl::ReadingOf(Workspace::Impl& work, size_t i) const {
  const Decisions& decisions = work.decisions;
  const uint32_t lexeme = work.tokens[i].lexeme;
  const RulerToken& ruler_token = work.ruler_tokens[i];
  const uint16_t context = ruler->HasContext(ruler_token.lower) ? ruler->Context(work.ruler_tokens, i) : uint16_t{0};
  const uint64_t key = uint64_t{lexeme} << 32 | uint64_t{context} << 16 |
                       static_cast<uint64_t>(decisions.tag[i] & 0xFF) << 8 | (decisions.label[i] & 0xFF);
  if (const Reading* known = work.readings.Find(key)) return *known;
  return work.readings.Add(Read(key, work.tokenizer.lexemes[lexeme], ruler_token, context,
                                network->tag_names()[decisions.tag[i]], network->label_names()[decisions.label[i]],
                                &work.scratch));
}

void Language::Impl::FillToken(Workspace::Impl& work, size_t i, Analysis::Builder* builder) const {
  const TextToken& found = work.tokens[i];
  const Lexeme& lexeme = work.tokenizer.lexemes[found.lexeme];
  const Reading& reading = ReadingOf(work, i);
  Token& token = builder->tokens()[i];
  token.span = {found.begin, found.begin + found.size};
  token.text = token.span.In(builder->text());
  KeptStrings& kept = work.kept[found.lexeme];
  if (lexeme.lower == lexeme.text) {
    token.lower = token.text;
  } else {
    if (kept.analysis != work.analyses) kept = {work.analyses, builder->Keep(lexeme.lower)};
    token.lower = kept.lower;
  }
  // Other norms lie in the model.
  token.norm = Inside(lexeme.norm, lexeme.lower) ? token.lower : lexeme.norm;
  switch (reading.source) {
    case Reading::kModel:
      token.lemma = reading.lemma;
      break;
    case Reading::kText:
      token.lemma = token.text;
      break;
    case Reading::kLower:
      token.lemma = token.lower;
      break;
    case Reading::kWorkspace:
      token.lemma = builder->Keep(reading.lemma);
      break;
  }
  token.tag = reading.tag;
  token.morph = reading.morph;
  token.label = reading.label;
  token.pos = reading.pos;
  token.dep = reading.dep;
  token.space_after = found.space_after;
  token.head = work.decisions.head[i];
}

Analysis Language::Analyze(std::string_view text, Workspace& workspace, std::span<const uint32_t> breaks) const {
  Workspace::Impl& work = *workspace.impl_;
  const Impl& impl = *impl_;
  work.Prepare(impl);
  impl.tokenizer->Run(text, work.tokenizer, work.tokens);
  const LexemeTable& lexemes = work.tokenizer.lexemes;
  const size_t n = work.tokens.size();
  work.ReadFeatures(breaks);
  impl.network->Run(work.features, *work.network, work.decisions);
  const Decisions& decisions = work.decisions;
  work.ruler_tokens.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const Lexeme& lexeme = lexemes[work.tokens[i].lexeme];
    work.ruler_tokens[i] = {impl.tag_values[decisions.tag[i]], lexeme.lower_value,
                            impl.label_values[decisions.label[i]], lexeme.is_space};
  }

  Analysis::Builder builder(text);
  builder.tokens().resize(n);
  std::vector<Sentence>& sentences = builder.sentences();
  ++work.analyses;
  work.kept.resize(lexemes.size());
  for (size_t i = 0; i < n; ++i) {
    impl.FillToken(work, i, &builder);
    if (i == 0 || decisions.sentence_start[i] != 0) {
      if (!sentences.empty()) sentences.back().end = static_cast<uint32_t>(i);
      sentences.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(n)});
    }
  }
  builder.entities() = decisions.entities;
  return builder.Finish();
}

Analysis Language::Analyze(std::string_view text) const {
  Workspace workspace;
  return Analyze(text, workspace);
}

}  // namespace diurna
