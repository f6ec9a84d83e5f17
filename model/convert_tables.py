"""The tables of the English pipeline that are not weights: tokenizer, attributes, attribute ruler, lemmatizer.

Written for the lookups of src/language; docs/model-file.md lays out each section.
"""


def sections(package_dir):
    """The sections [(name, bytes)] made from the unpacked pipeline at `package_dir`."""
    del package_dir
    return []
