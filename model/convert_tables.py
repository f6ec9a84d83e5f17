"""The tables of the English pipeline that are not weights: characters, tokenizer, norms, attribute ruler, lemmatizer.

The tokenizer of the model is a handful of regular expressions. The engine has predicates of its own in their place; here
each expression is taken apart, its character classes become bits of a table over all of Unicode, its words become lists,
and what is left must be one of the forms that src/language/tokenizer.cc knows, or the conversion stops.
docs/model-file.md lays out each section.
"""

import re
import struct

import msgpack
import numpy
import xxhash

import symbols

# Bits of a code point; src/language/unicode.h has the same.
BITS = {
    name: 1 << i
    for i, name in enumerate(
        "space alpha upper digit decimal cased case_ignorable prefix suffix infix full_stop_before full_stop_after_capital "
        "inner_stop_before inner_stop_after letter letter_or_digit top_level_domain word".split()
    )
}

NO_NORM = 0xFFFFFFFF

# Normal forms that spaCy's code, not the model's data, gives to quotes, dashes and currencies.
BASE_NORMS = {
    "'s": "'s 'S ’s ’S",
    "'": "’ ‘ ´ `",
    '"': "” “ '' `` ´´ „ » « ‘‘ ’’",
    "?": "？",
    "!": "！",
    ",": "，",
    ";": "；",
    ":": "：",
    ".": "。 ।",
    "...": "…",
    "-": "— – -- --- ——",
    "$": "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£",
}

# The parts of speech that the lemmatizer has tables for, in the order of src/language/lemmatizer.h.
LEMMA_PARTS = ["adj", "adv", "noun", "punct", "verb"]


def load(path):
    return msgpack.unpackb(path.read_bytes(), raw=False, strict_map_key=False)


def murmur64(data, seed=1):
    """MurmurHash64A."""
    mask, m = 0xFFFFFFFFFFFFFFFF, 0xC6A4A7935BD1E995
    h = seed ^ (len(data) * m & mask)
    whole = len(data) & ~7
    for (k,) in struct.iter_unpack("<Q", data[:whole]):
        k = k * m & mask
        h = (h ^ ((k ^ k >> 47) * m & mask)) * m & mask
    if len(data) > whole:
        h = (h ^ int.from_bytes(data[whole:], "little")) * m & mask
    h = (h ^ h >> 47) * m & mask
    return h ^ h >> 47


def string_id(string):
    if not string:
        return 0
    return symbols.NUMBERS.get(string) or murmur64(string.encode())


class Pool:
    """The bytes of all strings, each kept once; a reference is (offset, size)."""

    def __init__(self):
        self.data = bytearray()
        self.known = {}

    def ref(self, string):
        encoded = string if isinstance(string, bytes) else string.encode()
        if encoded not in self.known:
            self.known[encoded] = len(self.data)
            self.data += encoded
        return self.known[encoded], len(encoded)


def u32(values):
    return numpy.asarray(list(values), dtype="<u4").tobytes()


def power_of_two(n):
    size = 1
    while size < n:
        size *= 2
    return size


def string_table(name, pool, items):
    """An open-addressed table from strings to numbers: slots hold 1 + the entry's index, 0 where empty."""
    size = power_of_two(2 * max(len(items), 1))
    slots = [0] * size
    keys, values = [], []
    for key, value in items.items():
        encoded = key if isinstance(key, bytes) else key.encode()
        at = xxhash.xxh3_64_intdigest(encoded) & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = len(values) + 1
        keys += pool.ref(encoded)
        values.append(value)
    return [(f"{name}.slots", u32(slots)), (f"{name}.keys", u32(keys)), (f"{name}.values", u32(values))]


def split_alternatives(pattern):
    """The parts of a regular expression between its outermost bars."""
    parts, depth, in_class, start, i = [], 0, False, 0, 0
    while i < len(pattern):
        c = pattern[i]
        if c == "\\":
            i += 1
        elif in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
        elif c == "|" and depth == 0:
            parts.append(pattern[start:i])
            start = i + 1
        i += 1
    return parts + [pattern[start:]]


def literal(pattern):
    """The string that an expression without operators stands for, or None."""
    out, i = "", 0
    while i < len(pattern):
        if pattern[i] == "\\":
            i += 1
        elif pattern[i] in "()[]{}?*+|^$.":
            return None
        out += pattern[i]
        i += 1
    return out


CLASS = r"(\[(?:[^\]\\]|\\.)*\])"


class Characters:
    """Bits and lower case of every code point, as this Python's Unicode has them."""

    def __init__(self):
        self.all = "".join(map(chr, range(0x110000)))
        self.bits = numpy.zeros(0x110000, dtype="<u4")
        for name, test in (("space", str.isspace), ("alpha", str.isalpha), ("upper", str.isupper), ("digit", str.isdigit)):
            self.mark(name, [i for i, c in enumerate(self.all) if test(c)])
        self.mark_class("word", r"[\w]")
        self.mark("decimal", [i for i, c in enumerate(self.all) if c.isdecimal()])
        # The two properties behind the final sigma are not public; the sigma itself tells them.
        final = "\u03c2"
        self.mark("cased", [i for i, c in enumerate(self.all) if (c + "\u03a3").lower()[-1] == final])
        self.mark(
            "case_ignorable",
            [
                i
                for i, c in enumerate(self.all)
                if (c + "\u03a3").lower()[-1] != final and ("a" + c + "\u03a3").lower()[-1] == final
            ],
        )

    def mark(self, name, code_points):
        self.bits[code_points] |= BITS[name]

    def mark_class(self, name, expression):
        for found in re.finditer(expression + "+", self.all):
            self.bits[found.start() : found.end()] |= BITS[name]

    def sections(self):
        lower = numpy.zeros(0x110000, dtype="<i4")
        long = []
        for i, c in enumerate(self.all):
            small = c.lower()
            if len(small) == 1:
                lower[i] = ord(small) - i
            elif len(small) == 2:
                long += [i, ord(small[0]), ord(small[1])]
            else:
                raise ValueError(f"U+{i:04X}: lower case of {len(small)} code points")
        out = []
        for name, table in (("bits", self.bits), ("lower", lower)):
            blocks, index = numpy.unique(table.reshape(-1, 256), axis=0, return_inverse=True)
            out.append((f"unicode.{name}_index", index.astype("<u2").tobytes()))
            out.append((f"unicode.{name}", blocks.astype(table.dtype).tobytes()))
        return out + [("unicode.lower_long", u32(long))]


def unknown(what, form):
    raise ValueError(f"tokenizer: {what} {form[:80]!r} is of no form that the engine knows")


def affix_sections(rules, characters, pool):
    """Takes the expressions for prefixes, suffixes, infixes and addresses apart."""
    prefixes = []
    seen = set()
    for form in split_alternatives(rules["prefix_search"]):
        form = form.removeprefix("^")
        word = literal(form)
        if word and len(word) == 1:
            characters.mark("prefix", [ord(word)])
        elif word and word[0] not in prefixes:
            if not characters.bits[ord(word[0])] & BITS["prefix"]:  # else an earlier alternative always wins
                prefixes.append(word)
        elif re.fullmatch(CLASS, form):
            characters.mark_class("prefix", form)
        elif form in (r"\+(?![0-9])", r"\.\.+"):
            seen.add(form)
        else:
            unknown("prefix", form)
    if len(seen) != 2:
        unknown("prefixes without", repr(seen))

    suffixes, after_digit, seen = [], [], set()
    for form in split_alternatives(rules["suffix_search"]):
        if not form.endswith("$"):
            unknown("suffix", form)
        form = form[:-1]
        word = literal(form)
        if word and len(word) == 1:
            characters.mark("suffix", [ord(word)])
        elif word:
            suffixes.append(word)
        elif re.fullmatch(CLASS, form):
            characters.mark_class("suffix", form)
        elif form.startswith(r"(?<=[0-9])"):
            inner = form[len(r"(?<=[0-9])") :]
            if inner.startswith("(?:") and inner.endswith(")"):
                inner = inner[3:-1]
            for part in split_alternatives(inner):
                if literal(part) is None:
                    unknown("suffix after a digit", part)
                after_digit.append(literal(part))
        elif form in (r"\.\.+", r"(?<=°[FfCcKk])\."):
            seen.add(form)
        elif found := re.fullmatch(rf"\(\?<={CLASS}\)\\\.", form):
            characters.mark_class("full_stop_before", found[1])
            seen.add("after one")
        elif (found := re.fullmatch(rf"\(\?<={CLASS}{CLASS}\)\\\.", form)) and found[1] == found[2]:
            characters.mark_class("full_stop_after_capital", found[1])
            seen.add("after two")
        else:
            unknown("suffix", form)
    if len(seen) != 4:
        unknown("suffixes without", repr(seen))

    forms = split_alternatives(rules["infix_finditer"])
    shapes = [
        r"\\\.\\\.\+",
        "…",
        CLASS,
        re.escape(r"(?<=[0-9])[+\-\*^](?=[0-9-])"),
        rf"\(\?<={CLASS}\)\\\.\(\?={CLASS}\)",
        rf"\(\?<={CLASS}\),\(\?={CLASS}\)",
        rf"\(\?<={CLASS}\)\(\?:-\|–\|—\|--\|---\|——\|~\)\(\?={CLASS}\)",
        rf"\(\?<={CLASS}\)\[:<>=/\]\(\?={CLASS}\)",
    ]
    found = [re.fullmatch(shape, form) for shape, form in zip(shapes, forms)]
    if len(forms) != len(shapes) or not all(found):
        unknown("infix", next((f for f, m in zip(forms, found) if not m), "list"))
    letter, wide = found[5][1], found[6][1]
    if {found[5][2], found[6][2], found[7][2]} != {letter} or found[7][1] != wide:
        unknown("infix", "classes of letters differ")
    characters.mark("infix", [ord("…")])
    characters.mark_class("infix", forms[2])
    characters.mark_class("inner_stop_before", found[4][1])
    characters.mark_class("inner_stop_after", found[4][2])
    characters.mark_class("letter", letter)
    characters.mark_class("letter_or_digit", wide)

    if rules["token_match"] is not None:
        unknown("token_match", str(rules["token_match"]))
    octet = r"(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))"
    address = (
        r"(?u)^(?:(?:[\w\+\-\.]{2,})://)?(?:\S+(?::\S*)?@)?(?:(?!(?:10|127)(?:\.\d{1,3}){3})"
        r"(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})"
        r"(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])" + octet + r"|(?:(?:[A-Za-z0-9\u00a1-\uffff][A-Za-z0-9\u00a1-\uffff_-]{0,62})?"
        r"[A-Za-z0-9\u00a1-\uffff]\.)+(?:"
    )
    rest = r"{2,63}))(?::\d{2,5})?(?:[/?#]\S*)?$"
    form = rules["url_match"]
    if not (form.startswith(address) and form.endswith(rest)):
        unknown("url_match", form)
    domain = form[len(address) : -len(rest)]
    if not re.fullmatch(CLASS, domain):
        unknown("top level domain", domain)
    characters.mark_class("top_level_domain", domain)

    def refs(words):
        return u32(x for word in words for x in pool.ref(word))

    return [
        ("affixes.prefixes", refs(prefixes)),
        ("affixes.suffixes", refs(suffixes)),
        ("affixes.after_digit", refs(sorted(set(after_digit)))),
    ]


def affix_tokens(rules, chunk):
    """The tokens of a chunk without white space by affixes and infixes alone, as a special case is stored for search."""
    prefix, suffix = re.compile(rules["prefix_search"]).search, re.compile(rules["suffix_search"]).search
    infix, address = re.compile(rules["infix_finditer"]).finditer, re.compile(rules["url_match"]).match
    before, after, last = [], [], -1
    while chunk and len(chunk) != last:
        last = len(chunk)
        found = prefix(chunk)
        head = found.end() if found else 0
        found = suffix(chunk[head:])
        tail = found.end() - found.start() if found else 0
        if head:
            before.append(chunk[:head])
        if tail:
            after.append(chunk[len(chunk) - tail :])
        chunk = chunk[head : len(chunk) - tail]
    if chunk and address(chunk):
        before.append(chunk)
    elif chunk:
        start = 0
        for found in infix(chunk):
            if found.start() == 0:
                continue
            if found.start() > start:
                before.append(chunk[start : found.start()])
            before.append(found.group())
            start = found.end()
        if start < len(chunk):
            before.append(chunk[start:])
    return before + after[::-1]


def special_sections(rules, pool):
    """Exceptions by chunk, and those that are also searched for across chunks, by their first token."""
    ORTH, NORM = symbols.NUMBERS["ORTH"], symbols.NUMBERS["NORM"]
    begin, tokens, table = [0], [], {}
    phrases = {}
    for chunk, parts in sorted(rules["exceptions"].items()):
        if "".join(part[ORTH] for part in parts) != chunk or any(set(part) - {ORTH, NORM} for part in parts):
            raise ValueError(f"tokenizer: exception {chunk!r} is of no form that the engine knows")
        table[chunk] = len(begin) - 1
        for part in parts:
            norm = pool.ref(part[NORM]) if NORM in part else (NO_NORM, 0)
            tokens += [len(part[ORTH].encode()), *norm]
        begin.append(len(tokens) // 3)
        has_affix = (
            re.search(rules["prefix_search"], chunk)
            or re.search(rules["infix_finditer"], chunk)
            or re.search(rules["suffix_search"], chunk)
        )
        if " " in chunk and not chunk.isspace():
            raise ValueError(f"tokenizer: exception {chunk!r} has a blank inside, which the engine does not know")
        if has_affix or " " in chunk:
            words = [chunk] if chunk.isspace() else affix_tokens(rules, chunk)
            phrases.setdefault(words[0], []).append(words)
    groups, patterns, words, first = [0], [0], [], {}
    for word, group in phrases.items():
        first[word] = len(groups) - 1
        for pattern in group:
            for part in pattern:
                words += pool.ref(part)
            patterns.append(len(words) // 2)
        groups.append(len(patterns) - 1)
    return (
        string_table("specials", pool, table)
        + [("specials.begin", u32(begin)), ("specials.tokens", u32(tokens))]
        + string_table("phrases", pool, first)
        + [("phrases.groups", u32(groups)), ("phrases.patterns", u32(patterns)), ("phrases.words", u32(words))]
    )


def norm_sections(model, pool):
    """Normal forms by string id: the model's own, then the ones of BASE_NORMS."""
    norms = {string_id(word): norm for norm, words in BASE_NORMS.items() for word in words.split()}
    norms.update(load(model / "vocab/lookups.bin")["lexeme_norm"])
    size = power_of_two(2 * len(norms))
    keys, values = [0] * size, [0] * (2 * size)
    for key, norm in norms.items():
        at = key & (size - 1)
        while keys[at]:
            at = (at + 1) & (size - 1)
        keys[at] = key
        values[2 * at : 2 * at + 2] = pool.ref(norm)
    return [("norms.keys", numpy.asarray(keys, dtype="<u8").tobytes()), ("norms.values", u32(values))]


def expand(expression):
    """The strings that an anchored expression of literals, classes and question marks stands for."""
    if not (expression.startswith("^") and expression.endswith("$")):
        raise ValueError(f"attribute ruler: {expression!r} is not anchored")
    out = [""]
    for found in re.finditer(r"(\[[^\]]+\]|[^\[\]().*+?|\\])(\??)", expression[1:-1]):
        choices = list(found[1].strip("[]")) + ([""] if found[2] else [])
        out = [head + choice for head in out for choice in choices]
    for word in out:
        if not re.search(expression, word):
            raise ValueError(f"attribute ruler: {expression!r} is of no form that the engine knows")
    return out


def ruler_sections(model, pool):
    ATTRIBUTES = ["TAG", "LOWER", "DEP", "IS_SPACE"]
    SET = ["POS", "MORPH", "LEMMA", "TAG", "DEP"]
    values, ids = {}, []
    rules, tokens, conditions = [], [], []

    def value_id(value):
        return values.setdefault(value, len(values) + 1)

    for entry in load(model / "attribute_ruler/patterns"):
        if set(entry["attrs"]) - set(SET):
            raise ValueError(f"attribute ruler: {entry['attrs']} sets an attribute that the engine does not know")
        for pattern in entry["patterns"]:
            mask, strings = 0, []
            for i, name in enumerate(SET):
                value = entry["attrs"].get(name)
                mask |= (value is not None) << i
                strings += pool.ref("" if value is None or (name == "MORPH" and value == "_") else value)
            if not 0 <= entry["index"] < len(pattern):
                raise ValueError(f"attribute ruler: index {entry['index']} is outside of its pattern")
            rules.append([len(tokens), len(pattern), entry["index"], mask, *strings])
            for token in pattern:
                tokens.append([len(conditions), len(token)])
                for name, condition in token.items():
                    negated = 0
                    if name == "IS_SPACE":
                        wanted = [int(condition)]
                    elif isinstance(condition, str):
                        wanted = [value_id(condition)]
                    elif set(condition) == {"IN"}:
                        wanted = [value_id(value) for value in condition["IN"]]
                    elif set(condition) == {"NOT_IN"}:
                        wanted, negated = [value_id(value) for value in condition["NOT_IN"]], 1
                    elif set(condition) == {"REGEX"}:
                        wanted = [value_id(value) for value in expand(condition["REGEX"])]
                    else:
                        raise ValueError(f"attribute ruler: {condition} is of no form that the engine knows")
                    conditions.append([ATTRIBUTES.index(name), negated, len(ids), len(wanted)])
                    ids += wanted

    def flat(rows):
        return u32(x for row in rows for x in row)

    return string_table("ruler.values", pool, values) + [
        ("ruler.rules", flat(rules)),
        ("ruler.tokens", flat(tokens)),
        ("ruler.conditions", flat(conditions)),
        ("ruler.ids", u32(ids)),
    ]


def lemma_sections(model, pool):
    tables = load(model / "lemmatizer/lookups/lookups.bin")
    part_of = {string_id(part): i for i, part in enumerate(LEMMA_PARTS)}
    if set().union(*tables.values()) != set(part_of) or set(tables) != {"lemma_rules", "lemma_exc", "lemma_index"}:
        raise ValueError("lemmatizer: tables for other parts of speech than the engine knows")
    index, exceptions, begin, forms, rules = {}, {}, [0], [], []
    for key, words in tables["lemma_index"].items():
        for word in words:
            index[word] = index.get(word, 0) | 1 << part_of[key]
    for key, words in tables["lemma_exc"].items():
        for word, lemmas in words.items():
            exceptions[bytes([part_of[key]]) + word.encode()] = len(begin) - 1
            for lemma in lemmas:
                forms += pool.ref(lemma)
            begin.append(len(forms) // 2)
    for key, pairs in tables["lemma_rules"].items():
        for old, new in pairs:
            rules += [part_of[key], *pool.ref(old), *pool.ref(new)]
    return (
        string_table("lemma.index", pool, index)
        + string_table("lemma.exceptions", pool, exceptions)
        + [("lemma.begin", u32(begin)), ("lemma.forms", u32(forms)), ("lemma.rules", u32(rules))]
    )


def sections(package_dir):
    """The sections [(name, bytes)] made from the unpacked pipeline at `package_dir`."""
    pool, characters = Pool(), Characters()
    rules = load(package_dir / "tokenizer")
    out = affix_sections(rules, characters, pool)
    out += special_sections(rules, pool)
    out += string_table("symbols", pool, symbols.NUMBERS)
    out += norm_sections(package_dir, pool)
    out += ruler_sections(package_dir, pool)
    out += lemma_sections(package_dir, pool)
    out += characters.sections()
    return out + [("strings", bytes(pool.data))]
