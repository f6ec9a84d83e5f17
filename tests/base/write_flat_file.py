"""Writes the file that flat_file_test.cc reads, so that the container's two writers are held against its one reader.

usage: write_flat_file.py OUT
"""

import os
import struct
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "model"))
import flat_file  # noqa: E402

sections = [("halves", struct.pack("<3f", 0.5, 1.0, 1.5)), ("words", "Zürich".encode()), ("last", b"!")]
flat_file.write(sys.argv[1], "sample", 7, sections)
