"""Sends one volume of 3 x 2 x 2 voxels to a port; Python's struct lays the header out as C does."""
import socket
import struct
import sys

header = struct.pack(
    "5si64s64s16s256s16s??ddddiii16fiiii?5sdddddd",
    b"ERTI", 4, b"1.2.3", b"EPI", b"3D", b"from python", b"int16_t", True, False,
    2.0, 3.0, 3.5, 0.5, 3, 2, 2,
    -2, 0, 0, 10, 0, 3, 0, -20, 0, 0, 4, 30, 0, 0, 0, 1,
    1500, 0, 1, 100, False, b"TZYX", 0, 0, 0, 0, 0, 0)
data = struct.pack("<12h", *range(100, 112))
with socket.create_connection(("127.0.0.1", int(sys.argv[1]))) as scanner:
    scanner.sendall(struct.pack("<ii", len(header), len(data)) + header + data)
