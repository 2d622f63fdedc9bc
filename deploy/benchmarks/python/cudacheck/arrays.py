"""NumPy files without NumPy, which a machine with torch need not have."""

import array
import ast
import struct
import sys

TYPES = {"<f4": "f", "<f8": "d", "<i8": "q", "<i4": "i"}


def read_npy(path):
    """Shape and flat array of a C-ordered little-endian .npy file."""
    with open(path, "rb") as file:
        if file.read(6) != b"\x93NUMPY":
            raise ValueError(f"{path} is no .npy file")
        major = file.read(2)[0]
        (length,) = struct.unpack("<H", file.read(2)) if major == 1 else struct.unpack("<I", file.read(4))
        header = ast.literal_eval(file.read(length).decode("latin1"))
        if header["fortran_order"] or header["descr"] not in TYPES:
            raise ValueError(f"{path}: {header['descr']} in this order is not read here")
        values = array.array(TYPES[header["descr"]], file.read())
    if sys.byteorder == "big":
        values.byteswap()
    return header["shape"], values
