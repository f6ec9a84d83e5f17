// Frames: rows of the lexicon that say which propositions a register takes, by predicate, form and roles.
//
// A frame sees predicates and roles, never trees, so that one frame reads a fact whatever its grammar. Every register
// has a section of its own whose entries share the keys of the abstract section "frame" (lexicon/schema/frame.toml):
//   predicate      lemmas, a particle behind an underscore ("cut_off")
//   form           active, passive, nominal, adjective; without it active and passive
//   agent, theme, recipient, and each with not_ before it: lemmas of what fills the role, its own or its antecedent's
//   prep           an oblique with one of these prepositions must be there; prep_object: and be one of these lemmas
//   theme_of       what stands behind a preposition of the theme: "access to two SITES", "a commission of INQUIRY"
//   not_prep       none of these may be there; not_prep_object: nor one with such an object
//   content        lemma of the clause that the predicate governs
//   child          a word that hangs directly on the predicate ("guilty", "ablaze")
//   modifier       a noun or adjective before the theme (of a nominal, before the predicate); not_modifier
//   of             what the agent or theme (of a nominal, the noun) is of, behind "of" or before it: "cholera cases"
//   negated, modality, priority
// In role lists these stand for kinds: HUMAN, PERSON, BODY (a government, company or force), PLACE, NUMBER, NAME, ANY
// (the role is filled), MONEY (an amount of it), NONE (it is empty).

#ifndef DIURNA_RECORD_FRAMES_H_
#define DIURNA_RECORD_FRAMES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/lexicon.h"
#include "proposition/propositions.h"
#include "record/report_view.h"

namespace diurna {

// A list of lemmas and kinds that a role's fillers are held against.
class RolePattern {
 public:
  RolePattern() = default;
  explicit RolePattern(const std::vector<std::string_view>& words);
  bool empty() const { return words_.empty() && kinds_ == 0; }
  // Whether one of the fillers is in the list; of NONE, whether there are no fillers.
  bool Matches(const ReportView& view, std::span<const uint32_t> fillers) const;
  bool MatchesOne(const ReportView& view, uint32_t filler) const;

 private:
  WordSet words_;
  uint32_t kinds_ = 0;
};

// One entry, its constraints unpacked.
struct Frame {
  explicit Frame(const LexiconEntry& entry);
  bool Fits(const ReportView& view, const Proposition& proposition) const;

  LexiconEntry entry;
  uint32_t forms = 0;  // bit per Form
  RolePattern agent, theme, recipient, not_agent, not_theme, not_recipient, prep_object, not_prep_object, theme_of,
      content;
  WordSet prep, not_prep, child, modifier, not_modifier, of, agent_of, not_behind;
  TermSet<Modality> modality;
  int negated = -1;        // -1 either, 0 not negated, 1 negated
  double specificity = 0;  // of two frames that fit the one with more constraints goes first, then the earlier entry
};

// The frames of one section, by predicate. Const, thread-safe; the lexicon must outlive it.
class FrameTable {
 public:
  FrameTable(const Lexicon& lexicon, std::string_view section);
  // The most specific frame that fits, or null.
  const Frame* Best(const ReportView& view, const Proposition& proposition) const;
  // All that fit, the most specific first.
  std::vector<const Frame*> All(const ReportView& view, const Proposition& proposition) const;
  bool Knows(std::string_view predicate) const { return by_predicate_.contains(predicate); }
  // All of the section, in its order, for what a register keeps beside each.
  std::span<const Frame> frames() const { return frames_; }
  size_t IndexOf(const Frame* frame) const { return static_cast<size_t>(frame - frames_.data()); }

 private:
  // Calls `take` for each that fits, the most specific first, until it returns false.
  template <typename Take>
  void Each(const ReportView& view, const Proposition& proposition, const Take& take) const;

  std::vector<Frame> frames_;
  std::unordered_map<std::string_view, std::vector<uint32_t>> by_predicate_;
};

// Whether what stands as theme may be the doer: the sole argument of an intransitive ("the bridge collapsed"), or of a
// participle without an auxiliary, which is as often a past tense ("envoys negotiated").
bool SoleArgument(const ReportView& view, const Proposition& proposition);

}  // namespace diurna

#endif  // DIURNA_RECORD_FRAMES_H_
