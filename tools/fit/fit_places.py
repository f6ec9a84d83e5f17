#!/usr/bin/env python3
"""Fits lexicon/place_choice.toml: which of the places of a report is that of a fact.

usage: fit_places.py SCORE_PY GOLD_FOLDER RECORD_FOLDER OPTIONS [--write lexicon/place_choice.toml]

OPTIONS is what `place_options` printed for the reports of RECORD_FOLDER; annotations and SCORE_PY are no part of this
repository. A conditional logit (McFadden 1974) with a quadratic penalty: of the options of a fact those that agree with
the annotated place shall have the most weight. Only on facts of the open part whose place is among their options. Prints
the share of facts whose place is right, on the open part by ten-fold cross-validation over reports, and on the kept part;
"at best" is that of a chooser that never errs. Needs numpy and scipy.
"""

import argparse
import json

import annotated
import numpy as np
from scipy.optimize import minimize

PENALTY = 2.0
# What "the town" and "there" mean is no matter of these reports' habits: its weight is held near a value set by hand.
HELD = {"pointed_back_to": (0.60, 1000.0)}
FOLDS = 10

HEADER = """# Which of the places of a report is that of a fact: weights fitted by tools/fit/fit_places.py over annotated reports of many
# crises. The features (src/record/place_choice.h) that a place has add up to its score; the highest is chosen.
"""


def read(measure, arguments):
    """[(document, kept, register, matrix of features, agreeing options, whether the record agrees)] and the features."""
    told = {}
    names = {}
    for line in open(arguments.options, encoding="utf8"):
        row = json.loads(line)
        told[row["document"], row["id"]] = row
        for option in row["options"]:
            for name in option["features"]:
                names.setdefault(name, len(names))
    facts = []
    for name, gold, record, text, kept in annotated.reports(arguments.gold, arguments.records):
        for register in (r for r in measure.REGISTERS if r != "links"):
            for wanted, row in annotated.pairs_of(measure, gold, record, text, register):
                if "place" not in wanted or not wanted["place"]:
                    continue
                options = told.get((name, row["id"]), {"options": []})["options"]
                if not options:
                    continue
                x = np.zeros((len(options), len(names)))
                for i, option in enumerate(options):
                    for feature, value in option["features"].items():
                        x[i, names[feature]] = value
                agrees = np.array([measure.field_agrees("place", wanted["place"], {"place": o}) for o in options])
                right = measure.field_agrees("place", wanted["place"], row)
                facts.append((name, kept, register, x, agrees, right))
    return facts, list(names)


def fit(facts, names):
    """The weights."""
    means = np.array([HELD.get(name, (0.0, PENALTY))[0] for name in names])
    penalties = np.array([HELD.get(name, (0.0, PENALTY))[1] for name in names])
    usable = [(x, agrees) for _, _, _, x, agrees, _ in facts if agrees.any() and not agrees.all()]
    x = np.concatenate([f for f, _ in usable])
    agrees = np.concatenate([a for _, a in usable])
    starts = np.cumsum([0] + [len(f) for f, _ in usable[:-1]])
    of = np.repeat(np.arange(len(usable)), [len(f) for f, _ in usable])

    def loss(weights):
        score = x @ weights
        score -= np.maximum.reduceat(score, starts)[of]
        e = np.exp(score)
        total, good = np.add.reduceat(e, starts), np.add.reduceat(e * agrees, starts) + 1e-300
        gradient = x.T @ (e / total[of] - e * agrees / good[of])
        off = weights - means
        return np.sum(np.log(total) - np.log(good)) + penalties @ off**2 / 2, gradient + penalties * off

    return minimize(loss, means, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def share(facts, weights):
    return sum(bool(agrees[np.argmax(x @ weights)]) for *_, x, agrees, _ in facts) / max(1, len(facts))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("measure")
    parser.add_argument("gold")
    parser.add_argument("records")
    parser.add_argument("options")
    parser.add_argument("--write")
    arguments = parser.parse_args()
    facts, names = read(annotated.load_measure(arguments.measure), arguments)
    opened = [f for f in facts if not f[1]]
    kept = [f for f in facts if f[1]]
    documents = sorted({f[0] for f in opened})
    right = 0.0
    for fold in range(FOLDS):
        out = set(documents[fold::FOLDS])
        weights = fit([f for f in opened if f[0] not in out], names)
        held = [f for f in opened if f[0] in out]
        right += share(held, weights) * len(held)
    weights = fit(opened, names)
    for title, part, found in (("open", opened, right / len(opened)), ("kept", kept, share(kept, weights))):
        now = sum(f[5] for f in part) / len(part)
        best = sum(f[4].any() for f in part) / len(part)
        print(f"{title}: {len(part)} facts, right {found:.3f}, as recorded {now:.3f}, at best {best:.3f}")
    if arguments.write:
        with open(arguments.write, "w", encoding="utf8") as out:
            out.write(HEADER)
            for name, weight in sorted(zip(names, weights)):
                out.write(f'\n[[place_choice]]\nfeature = "{name}"\nweight = {weight:.2f}\n')


if __name__ == "__main__":
    main()
