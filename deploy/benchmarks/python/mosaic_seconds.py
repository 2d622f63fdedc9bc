"""Milliseconds in which pydicom makes a volume of a mosaic: FILE SLICES."""

import io
import math
import sys
import time

import numpy
import pydicom

CALLS = 200
WARM_UP = 20


def volume(data, slices):
    """Voxels (z, y, x) of a mosaic's bytes, the last row of each slice first."""
    image = pydicom.dcmread(io.BytesIO(data)).pixel_array
    side = math.ceil(math.sqrt(slices))
    rows, columns = image.shape[0] // side, image.shape[1] // side
    tiles = image.reshape(side, rows, side, columns).swapaxes(1, 2)
    return numpy.ascontiguousarray(tiles.reshape(-1, rows, columns)[:slices, ::-1])


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    seconds = []
    for _ in range(WARM_UP + CALLS):
        begun = time.perf_counter()
        volume(data, int(sys.argv[2]))
        seconds.append(time.perf_counter() - begun)
    millis = sorted(1e3 * s for s in seconds[WARM_UP:])
    print(
        f"{pydicom.__version__} median {millis[CALLS // 2]:.3f},"
        f" least {millis[0]:.3f}, p99 {millis[int(CALLS * 0.99)]:.3f}"
    )


main()
