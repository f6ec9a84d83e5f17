#!/usr/bin/env python3
"""Measures whole processes of diurna: what docs/performance.md tells beyond the single passes.

usage: whole.py [--diurna BINARY] [--rounds N] MEASURE... FOLDER

FOLDER holds reports as *.txt. MEASURE is any of
  speed    words a second of `parse` and `read` over the folder, and how much of it is not the language pass
  growth   microseconds a word of both, by the length of the document: the folder's paragraphs, in one order, cut into
           documents of 10 to 100,000 words; each length reads the same words
  jobs     `read -j 2` over `read -j 1`, by wall time; means something only while nothing else runs
  startup  wall time of reading one report of 50 words
  patterns microseconds a byte of texts that repeat a few words, of 16 and 128 KB, beside those of the folder's reports; and
           what a byte of 1 MiB of them takes of memory and of the record. A start of the process is taken off each
  lines    peak memory of `read -j 2` over 1,000, 10,000 and 100,000 JSON lines of 100 words and more each

Times are CPU time of the process where nothing else is said, the best of N rounds (default 5); words are separated by
white space. The binary is build/release/diurna beside this file unless named. The environment is handed on, so
DIURNA_KERNEL=avx2 measures that kernel.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMAT = {"parse": "json", "read": "jsonl"}


def run(binary, command, what, jobs=1):
    """CPU seconds, wall seconds and peak MiB of one process."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [binary, command, str(what), "--format", FORMAT[command], "-j", str(jobs)],
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"whole.py: {command} failed: {errors.read().decode(errors='replace').strip()[:300]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def best(rounds, *args):
    """The least of each figure over the rounds, but the most of memory."""
    runs = [run(*args) for _ in range(rounds)]
    return min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)


def texts_of(folder):
    texts = sorted({path.read_text(encoding="utf-8") for path in Path(folder).glob("*.txt")})
    if not texts:
        sys.exit(f"whole.py: {folder}: holds no reports (files that end in .txt)")
    return texts


def words(text):
    return len(text.split())


def write_all(texts, folder):
    for i, text in enumerate(texts):
        (folder / f"{i:06}.txt").write_text(text, encoding="utf-8")


def cut(paragraphs, length):
    """Documents of at least `length` words, of whole paragraphs; what is left at the end is no document."""
    documents, document, count = [], [], 0
    for paragraph in paragraphs:
        document.append(paragraph)
        count += words(paragraph)
        if count >= length:
            documents.append("\n\n".join(document) + "\n")
            document, count = [], 0
    return documents


def speed(binary, rounds, texts, scratch):
    write_all(texts, scratch)
    count = sum(map(words, texts))
    print(f"{len(texts)} reports, {count} words")
    for command in ("parse", "read"):
        cpu, _, memory = best(rounds, binary, command, scratch)
        print(f"{command:6} {count / cpu:9.0f} words/s  {cpu / count * 1e6:6.2f} us/word  {memory:6.0f} MiB")


def growth(binary, rounds, texts, scratch):
    paragraphs = [p for text in texts for p in text.split("\n") if p.strip()]
    while sum(map(words, paragraphs)) < 100_000:
        paragraphs += paragraphs
    for length in (10, 100, 1_000, 10_000, 100_000):
        folder = scratch / str(length)
        folder.mkdir()
        documents = cut(paragraphs, length)
        write_all(documents, folder)
        count = sum(map(words, documents))
        line = f"{length:7} words a document, {len(documents):6} documents:"
        for command in ("parse", "read"):
            cpu, _, memory = best(rounds, binary, command, folder)
            line += f"  {command} {cpu / count * 1e6:6.2f} us/word {memory:4.0f} MiB"
        print(line, flush=True)


def jobs(binary, rounds, texts, scratch):
    write_all(texts * 3, scratch)
    walls = {1: [], 2: []}
    for _ in range(rounds):
        for n in (1, 2):
            cpu, wall, memory = run(binary, "read", scratch, n)
            walls[n].append(wall)
            print(f"read -j {n}: {wall:.3f} s, {cpu:.3f} s of CPU, {memory:.0f} MiB", flush=True)
    print(f"best of {rounds}: {min(walls[1]) / min(walls[2]):.2f} times")


def startup(binary, rounds, texts, scratch):
    report = next(document for text in texts for document in cut(text.split("\n"), 50))
    path = scratch / "report.txt"
    path.write_text(report, encoding="utf-8")
    cpu, wall, memory = best(max(rounds, 20), binary, "read", path)
    print(f"{words(report)} words: {wall * 1000:.1f} ms, {cpu * 1000:.1f} ms of CPU, {memory:.0f} MiB")


def lines(binary, rounds, texts, scratch):
    documents = cut([p for text in texts for p in text.split("\n") if p.strip()], 100)
    for count in (1_000, 10_000, 100_000):
        path = scratch / "reports.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for i in range(count):
                report = {"id": str(i), "text": documents[i % len(documents)], "published": "2024-05-01"}
                file.write(json.dumps(report, ensure_ascii=False) + "\n")
        cpu, wall, memory = run(binary, "read", path, 2)
        print(f"{count:7} lines: {memory:4.0f} MiB, {wall:.1f} s, {cpu:.1f} s of CPU", flush=True)


PATTERNS = (
    "a curfew from 6 p.m. to 6 a.m. in Ndola, ",
    "a state of emergency for 5 days and ",
    "1 and 2 and 3 and 4 and 5 and 6 and 7 and 8 and 9 and ",
    "power was cut from Ndola to Kitwe and ",
    "@a ",
    "killed ",
    "1 ",
    "a curfew and ",
    "two hundred and ",
    "555-1234-",
    "according to the police ",
    '"we will go," he said, ',
    "He said he would go. ",
    "injured when London ",
    "Zambia strike, ",
    "the ministry condemned the attack and ",
    "a man who killed a man who ",
    "( ",
)


def patterns(binary, rounds, texts, scratch):
    path = scratch / "report.txt"

    def cost(text):
        path.write_text(text, encoding="utf-8")
        cpu, _, memory = best(rounds, binary, "read", path)
        return cpu, memory

    start, base = cost("Title\n\nThe road was closed.\n")
    reports = scratch / "reports"
    reports.mkdir()
    write_all(texts, reports)
    cpu, _, _ = best(rounds, binary, "read", reports)
    ordinary = (cpu - start) / sum(len(text.encode()) for text in texts)
    print(f"{ordinary * 1e6:6.2f} us a byte of the folder's reports")
    for pattern in PATTERNS:
        per_byte = []
        for size in (16 << 10, 128 << 10):
            cpu, _ = cost(("Title\n\n" + pattern * (size // len(pattern)))[:size] + "\n")
            per_byte.append((cpu - start) / size)
        size = (1 << 20) - 2
        _, memory = cost(("Title\n\n" + pattern * (size // len(pattern)))[:size] + "\n")
        record = subprocess.run([binary, "read", path, "--format", "jsonl"], capture_output=True, check=True).stdout
        print(
            f"{per_byte[0] * 1e6:6.2f} {per_byte[1] * 1e6:6.2f} us a byte, {max(per_byte) / ordinary:4.1f} times;"
            f" {(memory - base) * (1 << 20) / size:5.0f} bytes of memory and {len(record) / size:4.1f} of record a byte"
            f"  {pattern!r}",
            flush=True,
        )


MEASURES = {m.__name__: m for m in (speed, growth, jobs, startup, patterns, lines)}


def main():
    args = sys.argv[1:]
    options = {
        "--diurna": str(Path(__file__).resolve().parent.parent / "build/release/diurna"),
        "--rounds": "5",
    }
    for name in options:
        if name in args:
            at = args.index(name)
            if at + 1 == len(args):
                sys.exit(f"whole.py: {name} needs a value")
            options[name] = args[at + 1]
            del args[at : at + 2]
    if len(args) < 2 or any(name not in MEASURES for name in args[:-1]):
        sys.exit(__doc__)
    texts = texts_of(args[-1])
    for name in args[:-1]:
        print(f"== {name}")
        with tempfile.TemporaryDirectory() as scratch:
            MEASURES[name](options["--diurna"], int(options["--rounds"]), texts, Path(scratch))


if __name__ == "__main__":
    main()
