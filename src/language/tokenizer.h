// Tokenizer: text into tokens, as spaCy's English tokenizer does it.

#ifndef DIURNA_LANGUAGE_TOKENIZER_H_
#define DIURNA_LANGUAGE_TOKENIZER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/flat_file.h"
#include "language/attributes.h"
#include "language/string_arena.h"
#include "language/strings.h"
#include "language/unicode.h"

namespace diurna {

// One token of a text: bytes [begin, begin + size), its word type, and whether one blank follows.
struct TextToken {
  uint32_t begin = 0;
  uint32_t size = 0;
  uint32_t lexeme = 0;
  bool space_after = false;
};

// Const and re-entrant: one tokenizer serves all threads, each with its own Workspace.
class Tokenizer {
 public:
  // The word types and chunks that one thread has met. Indices into `lexemes` hold until Clear().
  class Workspace {
   public:
    Workspace();
    LexemeTable lexemes;
    // Bytes held, roughly.
    size_t bytes() const;
    void Clear();

   private:
    friend class Tokenizer;
    struct Piece {
      uint32_t size;
      uint32_t lexeme;
    };
    struct Chunk {
      uint64_t hash;
      std::string_view text;
      uint32_t first;  // into pieces
      uint32_t count;
    };
    struct Match {
      uint32_t begin;
      uint32_t end;
    };
    std::vector<uint32_t> slots_;  // 1 + index into chunks_, or 0; a power of two
    std::vector<Chunk> chunks_;
    std::vector<Piece> pieces_;
    StringArena arena_;
    std::vector<Piece> scratch_;
    std::vector<Piece> suffixes_;
    std::vector<Match> matches_;
    std::vector<Match> chosen_;
    std::vector<bool> seen_;
    std::vector<TextToken> rewritten_;
  };

  // nullopt when a section is missing or damaged.
  static std::optional<Tokenizer> Load(const FlatFile& model, const Unicode& unicode, const Attributes& attributes);

  // The tokens of `text`, which is valid UTF-8, shorter than 4 GiB. What was in `out` is dropped.
  void Run(std::string_view text, Workspace& workspace, std::vector<TextToken>& out) const;

  // Length in bytes of the prefix or suffix to be split from `chunk`; 0 when there is none.
  size_t PrefixLength(std::string_view chunk) const;
  size_t SuffixLength(std::string_view chunk) const;
  // Length in bytes of the infix at byte `at` of `chunk`, where `before` is the code point before it (0 at the start).
  size_t InfixLength(std::string_view chunk, size_t at, char32_t before) const;
  // Whether the whole chunk is an address on the net, with or without scheme.
  bool IsAddress(std::string_view chunk) const;

 private:
  using Piece = Workspace::Piece;
  struct SpecialToken {
    uint32_t size;
    StringRef norm;  // offset kNoNorm: none of its own
  };
  static constexpr uint32_t kNoNorm = 0xFFFFFFFF;

  std::span<const SpecialToken> FindSpecial(std::string_view chunk) const;
  bool IsHost(std::string_view host) const;
  bool IsDomain(std::string_view host) const;
  bool IsAddressFrom(std::string_view rest) const;
  void AddChunk(std::string_view text, uint32_t begin, uint32_t end, Workspace& workspace,
                std::vector<TextToken>& out) const;
  void Split(std::string_view chunk, Workspace& workspace) const;
  void SplitInfixes(std::string_view chunk, Workspace& workspace) const;
  void AddPiece(std::string_view piece, Workspace& workspace, std::vector<Piece>& out) const;
  void AddSpecial(std::string_view chunk, std::span<const SpecialToken> special, Workspace& workspace,
                  std::vector<Piece>& out) const;
  void ApplyPhrases(std::string_view text, Workspace& workspace, std::vector<TextToken>& tokens) const;

  Unicode unicode_;
  Attributes attributes_;
  StringPool pool_;
  std::vector<std::string_view> prefixes_;     // words of several code points
  std::vector<std::string_view> suffixes_;     // the same
  std::vector<std::string_view> after_digit_;  // suffixes only after a digit: units, currencies
  size_t longest_after_digit_ = 0;             // bytes
  StringTable specials_;
  size_t longest_special_ = 0;  // bytes
  std::span<const uint32_t> special_begin_;
  std::span<const SpecialToken> special_tokens_;
  std::span<const uint32_t> phrase_groups_;
  std::span<const uint32_t> phrase_begin_;
  std::span<const StringRef> phrase_words_;
};

}  // namespace diurna

#endif  // DIURNA_LANGUAGE_TOKENIZER_H_
