"""The quality of a run, computed anew with NumPy over whole arrays, to check the Java side.

  python3 quality.py BOLD.nii.gz EVENTS.tsv TR OUT

Plays volumes 0-8 and 12 on (9 to 11 are missing, 20 is refused) with a motion series made up here, and
writes into OUT: the volumes, the ROI, the voxels outside it, motion and trials as little endian
numbers, and expected.csv, one row a volume that was read, empty or nan where nothing is known.
"""
import csv
import gzip
import math
import statistics
import struct
import sys
from pathlib import Path

import numpy as np

COUNT = 256
MISSING = {9, 10, 11}
REFUSED = 20


def read_nifti(path):
    """(T, Z, Y, X) int16 of a NIfTI-1 file."""
    raw = gzip.open(path).read()
    nx, ny, nz, nt = struct.unpack_from("<4h", raw, 42)
    (kind,) = struct.unpack_from("<h", raw, 70)
    (offset,) = struct.unpack_from("<f", raw, 108)
    assert kind == 4, "int16 wanted"
    return np.frombuffer(raw, "<i2", nx * ny * nz * nt, int(offset)).reshape(nt, nz, ny, nx)


def clip_level(volume):
    flat = volume.ravel()[:: max(1, volume.size // 5000)].astype(float)
    flat = np.sort(flat[flat > 0])
    level = math.sqrt(0.5 * np.mean(flat**2))
    for _ in range(50):
        above = flat[flat >= level]
        level, last = 0.5 * above[len(above) // 2], level
        if level == last:
            break
    return level


def spread(values, count):
    """So many of them, evenly; all where there are fewer."""
    n = len(values)
    return values if n <= count else values[[(2 * i + 1) * n // (2 * count) for i in range(count)]]


def ghost_regions(first):
    """Linear indices of up to 500 voxels each: the brain, its N/2 ghost, the rest."""
    brain = first >= clip_level(first)
    shadow = np.roll(brain, -(first.shape[1] // 2), axis=1) & ~brain
    return [spread(np.flatnonzero(mask), 500) for mask in (brain, shadow, ~brain & ~shadow)]


def ghost(volume, regions):
    brain, shadow, rest = (volume.ravel()[region].astype(float).mean() for region in regions)
    return (shadow - rest) / brain


def sample(volume, roi, count):
    inside = volume.ravel() >= clip_level(volume)
    inside[roi] = False
    return spread(np.flatnonzero(inside), count)


def motion_series(volumes, tr):
    """Slow drift, breathing at 0.37 Hz and two jerks: mm and degrees."""
    t = np.arange(volumes) * tr
    series = np.zeros((volumes, 6))
    series[:, 1] = 0.3 * t / t[-1] + 0.1 * np.sin(2 * np.pi * 0.37 * t)
    series[:, 2] = 0.15 * np.sin(2 * np.pi * 0.37 * t + 1) + np.where(t > 40, 0.4, 0)
    series[:, 3] = 0.2 * np.sin(2 * np.pi * 0.01 * t)
    series[:, 5] = np.where(t > 80, -0.5, 0)
    return series


def displacement(a, b):
    move = np.abs(a - b)
    return move[:3].sum() + 50 * np.deg2rad(move[3:]).sum()


def band_stop(tr):
    """Band stop of second order by the bilinear transform of (s^2 + w0^2) / (s^2 + bw s + w0^2)."""
    k = 2.0
    low, high = (k * math.tan(math.pi * f * tr) for f in (0.31, 0.43))
    square, width = low * high, high - low
    b = np.array([k * k + square, 2 * (square - k * k), k * k + square])
    a = np.array([k * k + width * k + square, 2 * (square - k * k), k * k - width * k + square])
    return b / a[0], a / a[0]


def filtered(series, tr):
    """From rest at the first row."""
    b, a = band_stop(tr)
    padded = np.vstack([series[0], series[0], series])
    out = padded.copy()
    for i in range(2, len(padded)):
        out[i] = b[0] * padded[i] + b[1] * padded[i - 1] + b[2] * padded[i - 2]
        out[i] -= a[1] * out[i - 1] + a[2] * out[i - 2]
    return out[2:]


def notched(indices, motion, tr):
    """Framewise displacement after the filter, which begins anew after each gap."""
    found = {}
    breaks = [0] + [i for i in range(1, len(indices)) if indices[i] != indices[i - 1] + 1]
    for start, end in zip(breaks, breaks[1:] + [len(indices)]):
        rows = filtered(motion[start:end], tr)
        for i in range(1, len(rows)):
            found[start + i] = displacement(rows[i], rows[i - 1])
    return found


def outlier_share(brain):
    seen = brain[-64:]
    alpha = statistics.NormalDist().inv_cdf(1 - 0.001 / len(seen))
    median = np.median(seen, axis=0)
    mad = np.median(np.abs(seen - median), axis=0)
    far = np.abs(seen[-1] - median) > alpha * math.sqrt(math.pi / 2) * mad
    return np.mean(far & (mad > 0))


def median_where(numerator, variance):
    known = variance > 0
    return np.median(numerator[known] / np.sqrt(variance[known]))


def contrast(roi, trial):
    on, off = roi[trial], roi[~trial]
    if min(len(on), len(off)) < 2:
        return math.nan
    return median_where(np.abs(on.mean(0) - off.mean(0)), on.var(0) + off.var(0))


def drift(index, signal, tr):
    slope = np.polyfit(np.array(index) * tr / 60, signal, 1)[0]
    return 100 * slope / np.mean(signal)


def measure(index, roi, brain, motion, trial, tr):
    """One row for each volume that can be used; position i sees positions 0 to i alone."""
    still = notched(index, motion, tr) if 0.5 / tr > 0.43 else {}
    for i in range(len(index)):
        so_far = slice(0, i + 1)
        enough = i >= 7
        seen = roi[so_far]
        change = (brain[i] - brain[i - 1]) / brain[so_far].mean()
        yield {
            "index": index[i],
            "fd": displacement(motion[i], motion[i - 1]) if i else math.nan,
            "notched": still.get(i, math.nan),
            "dvars": 100 * math.sqrt(np.mean(change**2)) if i else math.nan,
            "tsnr": median_where(seen.mean(0), seen.var(0)) if enough else math.nan,
            "cnr": contrast(seen, trial[so_far]),
            "outliers": outlier_share(spread(brain[so_far].T, COUNT).T) if enough else math.nan,
            "drift": drift(index[: i + 1], seen.mean(1), tr) if enough else math.nan,
            "signal": seen[-1].mean(),
        }


def trials(events, volumes):
    with open(events) as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    t = np.arange(volumes) * 2.5  # the recording's TR; that of the command is for the motion
    spans = [(float(row["onset"]) + 5, float(row["duration"])) for row in rows]
    return np.array([any(s <= x < s + d for s, d in spans) for x in t])


def main(bold, events, tr, out):
    volumes = read_nifti(bold)
    count = len(volumes)
    index = np.array([i for i in range(count) if i not in MISSING and i != REFUSED])
    mean = volumes.mean(0).ravel()
    roi = np.argsort(-mean, kind="stable")[:200]
    outside = sample(volumes[0], roi, COUNT)
    flat = volumes.reshape(count, -1).astype(float)[index]
    motion = motion_series(count, tr)
    trial = trials(events, count)
    brain = flat[:, np.concatenate([roi, outside])]
    rows = list(measure(index, flat[:, roi], brain, motion[index], trial[index], tr))
    regions = ghost_regions(volumes[0])
    for row in rows:
        row["ghost"] = ghost(volumes[row["index"]], regions)
    volumes.astype("<i2").tofile(out / "volumes.i16")
    roi.astype("<i4").tofile(out / "roi.i32")
    outside.astype("<i4").tofile(out / "outside.i32")
    motion.astype("<f8").tofile(out / "motion.f64")
    trial.astype("<i4").tofile(out / "trial.i32")
    with open(out / "expected.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows({k: repr(float(v)).replace("nan", "NaN") for k, v in row.items()} for row in rows)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]), Path(sys.argv[4]))
