#!/usr/bin/env bash
# Builds the NEON kernel and its tests for 64-bit ARM, and runs them where that is emulated. Needs Debian's
# g++-aarch64-linux-gnu (56 MB to fetch) and, to run them, qemu-user (13 MB); says what is skipped for want of them.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
compiler=aarch64-linux-gnu-g++
emulator=qemu-aarch64
out=$root/build/neon

if ! command -v "$compiler" >/dev/null; then
  printf 'skipped: there is no %s; it comes with: apt-get install g++-aarch64-linux-gnu qemu-user\n' "$compiler"
  exit 0
fi

# Headers that hold for every processor, where the cross compiler does not see the rest of /usr/include.
mkdir -p "$out/include"
for headers in fmt gtest; do ln -sfn "/usr/include/$headers" "$out/include/$headers"; done
includes=(-I "$root/include" -I "$root/src" -isystem "$out/include")
warnings=(-Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Werror)

compile() { "$compiler" -std=c++20 -O3 -ffp-contract=off -DFMT_HEADER_ONLY "${includes[@]}" "$@"; }

objects=()
for source in "$root"/src/language/kernels*.cc "$root/tests/language/kernels_test.cc"; do
  object=$out/$(basename "$source" .cc).o
  compile "${warnings[@]}" -c "$source" -o "$object"
  objects+=("$object")
done
googletest=/usr/src/googletest/googletest
object=$out/gtest.o
[[ -e $object ]] || compile -I "$googletest" -c "$googletest/src/gtest-all.cc" -o "$object"
compile -static -Wl,--no-warnings "$googletest/src/gtest_main.cc" "$object" "${objects[@]}" -o "$out/kernels_test"

if ! command -v "$emulator" >/dev/null; then
  printf 'compiled, not run: there is no %s; it comes with: apt-get install qemu-user\n' "$emulator"
  exit 0
fi
"$emulator" "$out/kernels_test" --gtest_brief=1
