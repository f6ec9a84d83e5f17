"""Lays out the weights of spaCy's small English pipeline for the engine's network; docs/model-file.md states the layout.

`sections(package_dir)` reads the package's msgpack files and returns the flat file's sections whose names begin with
"net.". Matrices become column panels of 16 outputs, [panel][input][16], so that every kernel streams through them;
outputs of maxout layers are ordered [piece][output], so that maxout is a maximum of vectors.
"""

import json
import os

import msgpack
import numpy as np

PANEL = 16
PIECES = 3
WIDTH = 96

# F(4, 3) of Winograd's minimal filtering at the points 0, 1, -1, 1/2, -1/2: four outputs of a window of three from six
# products. Row i holds what product i takes of the window's weights before, at and after the token.
MINIMAL_FILTER = np.array(
    [
        [1.0, 0.0, 0.0],
        [2 / 3, 2 / 3, 2 / 3],
        [2 / 3, -2 / 3, 2 / 3],
        [-8 / 3, -4 / 3, -2 / 3],
        [-8 / 3, 4 / 3, -2 / 3],
        [0.0, 0.0, 1.0],
    ]
)


def _array(packed):
    array = np.frombuffer(packed[b"data"], dtype=packed[b"type"].decode())
    return array.reshape(packed[b"shape"]).astype(np.float32)


def _layers(path, name):
    """The parameters and attributes of every layer called `name`, in the order of the file."""
    with open(path, "rb") as file:
        model = msgpack.unpackb(file.read(), raw=True, strict_map_key=False)
    found = []
    for node, params, attrs in zip(model[b"nodes"], model[b"params"], model[b"attrs"]):
        if node[b"name"] == name.encode():
            arrays = {key.decode(): _array(value) for key, value in params.items() if isinstance(value, dict)}
            found.append((arrays, {key.decode(): msgpack.unpackb(value) for key, value in attrs.items()}))
    if not found:
        raise ValueError(f"{path}: no layer called {name}")
    return found


def _floats(array):
    return np.ascontiguousarray(array, dtype="<f4").tobytes()


def _integers(values):
    return np.asarray(values, dtype="<u4").tobytes()


def _panels(weights):
    """`weights` is [output][input]; outputs are filled up with zeros to whole panels."""
    outputs, inputs = weights.shape
    padded = np.zeros((-(-outputs // PANEL) * PANEL, inputs))
    padded[:outputs] = weights
    return _floats(padded.reshape(-1, PANEL, inputs).transpose(0, 2, 1))


def _padded(bias):
    """`bias` filled up to whole panels with a value that is never the largest."""
    padded = np.full(-(-len(bias) // PANEL) * PANEL, -1e30)
    padded[: len(bias)] = bias
    return _floats(padded)


def _encoder(path, prefix):
    sections = []
    tables = [(arrays["E"], attrs["seed"]) for arrays, attrs in _layers(path, "hashembed")]
    norms = _layers(path, "layernorm")
    for number, ((maxout, _), (norm, _)) in enumerate(zip(_layers(path, "maxout"), norms)):
        name = f"{prefix}.layer{number}"
        by_piece = maxout["W"].transpose(1, 0, 2).reshape(PIECES * WIDTH, -1)
        sections.append((f"{name}.bias", _floats(maxout["b"].T)))
        sections.append((f"{name}.norm", _floats(norm["G"]) + _floats(norm["b"])))
        if number == 0:
            # The layer is linear before its maximum: each row is stored as what the layer makes of it.
            parts = by_piece.astype(np.float64).reshape(PIECES * WIDTH, len(tables), WIDTH)
            rows = [table @ parts[:, i].T for i, (table, _) in enumerate(tables)]
            sections.append((f"{prefix}.embed", b"".join(map(_floats, rows))))
            sections.append((f"{prefix}.embed.rows", _integers([len(table) for table, _ in tables])))
            sections.append((f"{prefix}.embed.seeds", _integers([seed for _, seed in tables])))
            continue
        sections.append((f"{name}.weights", _panels(by_piece)))
        if number > 1:
            window = by_piece.reshape(PIECES * WIDTH, 3, WIDTH).astype(np.float64)
            products = np.einsum("pw,owi->poi", MINIMAL_FILTER, window)
            sections.append((f"{name}.minimal", b"".join(_panels(product) for product in products)))
    return sections


def _moves(path, actions):
    """The moves of a transition system in the order of its scores, and its labels."""
    with open(path, "rb") as file:
        by_action = json.loads(msgpack.unpackb(file.read())["moves"])
    labels, moves = [], []
    for action in sorted(by_action, key=int):
        # The order in which the scores were learned: by falling frequency, then by falling name.
        for label, _ in sorted(by_action[action].items(), key=lambda item: (item[1], item[0]), reverse=True):
            if label not in labels:
                labels.append(label)
            moves.append((actions[int(action)], labels.index(label)))
    return moves, labels


def _transitions(folder, prefix, actions):
    path = os.path.join(folder, "model")
    linear = _layers(path, "linear")
    upper = next(arrays for arrays, _ in linear if arrays["W"].shape[1] != WIDTH)
    hidden = next(arrays for arrays, _ in linear if arrays["W"].shape[1] == WIDTH)
    lower = _layers(path, "precomputable_affine")[0][0]
    features, width, pieces, inputs = lower["W"].shape
    moves, labels = _moves(os.path.join(folder, "moves"), actions)
    if len(moves) != len(upper["W"]):
        raise ValueError(f"{folder}: {len(moves)} moves but {len(upper['W'])} scores")
    return [
        (f"{prefix}.token.weights", _panels(hidden["W"])),
        (f"{prefix}.token.bias", _floats(hidden["b"])),
        (f"{prefix}.features", _panels(lower["W"].transpose(0, 2, 1, 3).reshape(features * pieces * width, inputs))),
        (f"{prefix}.features.bias", _floats(lower["b"].T)),
        (f"{prefix}.features.missing", _floats(lower["pad"][0].transpose(0, 2, 1))),
        (f"{prefix}.scores.weights", _panels(upper["W"])),
        (f"{prefix}.scores.bias", _padded(upper["b"])),
        (f"{prefix}.moves", _integers(moves)),
        (f"{prefix}.labels", "\n".join(labels).encode()),
    ]


def sections(package_dir):
    """The network's sections, [(name, bytes)]. `package_dir` is the folder that holds config.cfg."""
    result = _encoder(os.path.join(package_dir, "tok2vec", "model"), "net.shared")
    result += _encoder(os.path.join(package_dir, "ner", "model"), "net.names")
    tagger = _layers(os.path.join(package_dir, "tagger", "model"), "softmax")[0][0]
    with open(os.path.join(package_dir, "tagger", "cfg"), encoding="utf-8") as file:
        tags = json.load(file)["labels"]
    result.append(("net.tagger.weights", _panels(tagger["W"])))
    result.append(("net.tagger.bias", _padded(tagger["b"])))
    result.append(("net.tagger.tags", "\n".join(tags).encode()))
    # Shift, Reduce, Left, Right, Break; Begin, In, Last, Unit, Out.
    result += _transitions(os.path.join(package_dir, "parser"), "net.parser", {n: n for n in range(5)})
    result += _transitions(os.path.join(package_dir, "ner"), "net.names", {1: 0, 2: 1, 3: 2, 4: 3, 5: 4})
    return result
