"""Rows of records beside the annotations that they are held against.

The annotations and the measure that pairs them (score.py) are no part of this repository: their paths are given.
"""

import importlib.util
import json
import pathlib
import zlib


def load_measure(path):
    """The module of score.py at `path`."""
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_kept(name):
    """Whether a report belongs to the third that nothing may be fitted on."""
    return zlib.crc32(name.encode()) % 3 == 0


def pairs_of(measure, gold, record, text, register):
    """(annotation, row) of one register, paired one to one as the measure does."""
    bounds = measure.sentence_bounds(text)
    golds = [dict(g, tellings=measure.tellings_of(g, text)) for g in gold["items"] if g["register"] == register]
    rows = [dict(r, tellings=measure.tellings_of(r, text)) for r in record[register]]
    keys = measure.KEYS[register][:1] if register == "prices" else measure.KEYS[register]
    ranked = []
    for i, g in enumerate(golds):
        for j, row in enumerate(rows):
            near = measure.nearness(g, row, bounds)
            if near < 1:
                continue
            fields = [k for k in g if k not in measure.NOT_FIELDS and k != "tellings"]
            agree = [k for k in fields if measure.field_agrees(k, g[k], row)]
            if all(k in agree for k in keys if k in g):
                worth = near + 2 * len(agree) / max(1, len(fields)) + (0 if g.get("optional") else 0.5)
                ranked.append((worth, -i, -j))
    taken_golds, taken_rows, out = set(), set(), []
    for _, i, j in sorted(ranked, reverse=True):
        if i not in taken_golds and j not in taken_rows:
            taken_golds.add(i)
            taken_rows.add(j)
            out.append((golds[-i], rows[-j]))
    return out


def reports(gold_folder, record_folder):
    """(name, gold, record, text, kept) of every annotated report that has a record."""
    for path in sorted(pathlib.Path(gold_folder).glob("*.json")):
        record = pathlib.Path(record_folder) / path.name
        if not record.exists():
            continue
        gold = json.loads(path.read_text(encoding="utf8"))
        with open(path.parent / gold["document"]["text_file"], encoding="utf8", newline="") as file:
            text = file.read()
        yield path.stem, gold, json.loads(record.read_text(encoding="utf8")), text, is_kept(path.name)
