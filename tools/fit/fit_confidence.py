#!/usr/bin/env python3
"""Fits lexicon/confidence.toml: how likely a row of the record is right, by what the row shows.

usage: fit_confidence.py SCORE_PY GOLD_FOLDER RECORD_FOLDER FEATURES [--write lexicon/confidence.toml]

FEATURES is what `row_features` printed for the reports of RECORD_FOLDER; annotations and SCORE_PY are no part of this
repository. A logistic regression for each register, by Newton's method with a quadratic penalty on all weights but the
first, only on reports of the open part. Prints the expected calibration error (ten bins) on the open part by ten-fold
cross-validation over reports, and on the kept part. Needs numpy.
"""

import argparse
import collections
import json
import pathlib

import annotated
import numpy as np

PENALTY = 3.0
STEPS = 30
FOLDS = 10
BINS = 10
LEAST = 4  # rows that a feature must have

HEADER = """# How sure the engine is of a row: weights fitted by tools/fit/fit_confidence.py over annotated reports of many crises.
# The weights of a row's features (src/record/confidence.h) add up to the log odds that a careful reader wrote it too.
"""


def read(measure, arguments):
    """Of each register its rows: [(document, kept, features, found)]."""
    features = {}
    for line in open(arguments.features, encoding="utf8"):
        row = json.loads(line)
        features[row["document"], row["register"], row["id"]] = row["features"]
    rows = collections.defaultdict(list)
    for name, gold, record, text, kept in annotated.reports(arguments.gold, arguments.records):
        scored = measure.score_document(gold, record, text)
        for register in measure.REGISTERS:
            for row, told in zip(record[register], scored[register]["rows"]):
                rows[register].append((name, kept, features[name, register, row["id"]], told["found"]))
    return rows


def fit(rows):
    """Weights by feature."""
    counts = collections.Counter(f for _, _, features, _ in rows for f in features)
    names = ["always"] + sorted(f for f, n in counts.items() if n >= LEAST and f != "always")
    x = np.array([[f in features for f in names] for _, _, features, _ in rows], float)
    y = np.array([found for *_, found in rows], float)
    weights = np.zeros(len(names))
    penalty = np.full(len(names), PENALTY)
    penalty[0] = 1e-3
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty * weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        weights += np.linalg.solve(curvature, gradient)
    return dict(zip(names, weights))


def estimate(weights, features):
    return 1 / (1 + np.exp(-sum(weights.get(f, 0.0) for f in features)))


def calibration_error(told):
    """Expected calibration error of [(confidence, found)]."""
    bins = collections.defaultdict(list)
    for confidence, found in told:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, found))
    return sum(abs(sum(c for c, _ in b) - sum(f for _, f in b)) for b in bins.values()) / max(1, len(told))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure")
    parser.add_argument("gold")
    parser.add_argument("records")
    parser.add_argument("features")
    parser.add_argument("--write", type=pathlib.Path)
    arguments = parser.parse_args()
    rows = read(annotated.load_measure(arguments.measure), arguments)
    crossed, kept, entries = [], [], []
    for register, of_register in rows.items():
        fitted_on = [r for r in of_register if not r[1]]
        documents = sorted({r[0] for r in fitted_on})
        for fold in range(FOLDS):
            held = set(documents[fold::FOLDS])
            weights = fit([r for r in fitted_on if r[0] not in held])
            crossed += [(estimate(weights, r[2]), r[3]) for r in fitted_on if r[0] in held]
        weights = fit(fitted_on)
        kept += [(estimate(weights, r[2]), r[3]) for r in of_register if r[1]]
        entries += [f'\n[[confidence]]\nregister = "{register}"\nfeature = "{f}"\nweight = {w:.2f}\n'
                    for f, w in weights.items() if abs(w) >= 0.01]
    for part, told in (("open, cross-validated", crossed), ("kept", kept)):
        share = sum(f for _, f in told) / len(told)
        brier = sum((c - f) ** 2 for c, f in told) / len(told)
        print(f"{part}: {len(told)} rows, found {share:.3f}, expected calibration error {calibration_error(told):.3f}, "
              f"Brier score {brier:.3f} ({share * (1 - share):.3f} for a constant)")
    if arguments.write:
        arguments.write.write_text(HEADER + "".join(entries), encoding="utf8")


if __name__ == "__main__":
    main()
