"""Realigns a 4-D NIfTI file to its first volume with nipy and dipy: FILE [SECONDS].

A line of JSON for each tool: its name, seconds of the whole, and for each volume the upper three
rows, row by row, of the map from RAS+ mm of the first volume to RAS+ mm of that volume. What has
not begun by SECONDS is left out (null).
"""

import json
import sys
import time
import warnings

import nibabel
import numpy

warnings.simplefilter("ignore")


def rows(matrix):
    return numpy.asarray(matrix)[:3].ravel().tolist()


def with_nipy(image, _):
    """Its realignment in space alone, settings as in Roche, IEEE TMI 2011."""
    import nipy
    from nipy.algorithms.registration.groupwise_registration import SpaceRealign
    from nipy.io.nifti_ref import nifti2nipy

    realign = SpaceRealign(nifti2nipy(image))
    realign.estimate(loops=(5, 1), speedup=(5, 2), refscan=0)
    to_volume = [transform.as_affine() for transform in realign._transforms[0]]
    first = numpy.linalg.inv(to_volume[0])
    return "nipy " + nipy.__version__, [rows(matrix @ first) for matrix in to_volume]


def with_dipy(image, until):
    """Mutual information, rigid, three levels, as its tutorial has it."""
    import dipy
    from dipy.align.imaffine import AffineRegistration, MutualInformationMetric
    from dipy.align.transforms import RigidTransform3D

    data = numpy.asarray(image.dataobj, dtype=float)
    fit = AffineRegistration(
        metric=MutualInformationMetric(32, None),
        level_iters=[1000, 100, 50],
        sigmas=[3.0, 1.0, 0.0],
        factors=[4, 2, 1],
        verbosity=0,
    )
    maps = [rows(numpy.eye(4))]
    for volume in range(1, data.shape[3]):
        if time.monotonic() > until:
            maps.append(None)
            continue
        found = fit.optimize(
            data[..., 0],
            data[..., volume],
            RigidTransform3D(),
            None,
            static_grid2world=image.affine,
            moving_grid2world=image.affine,
        )
        maps.append(rows(found.affine))
    return "dipy " + dipy.__version__, maps


def main():
    image = nibabel.load(sys.argv[1])
    limit = float(sys.argv[2]) if len(sys.argv) > 2 else 1e9
    for tool in (with_nipy, with_dipy):
        begun = time.monotonic()
        try:
            name, maps = tool(image, begun + limit)
        except (ImportError, ValueError) as problem:  # dipy cannot do a single slice
            print(f"{tool.__name__}: skipped, {problem}", file=sys.stderr)
            continue
        seconds = time.monotonic() - begun
        print(json.dumps({"tool": name, "seconds": seconds, "maps": maps}), flush=True)


main()
