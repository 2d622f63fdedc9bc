"""What the script does, in order. Gives one report, which JSON can hold."""

import sys
import time

import torch

from cudacheck import comparison, device, parity
from cudacheck.timing import FORMATS, Clock, Model, reason

WHOLE, QUICK = 360, 90
COMPILATION = 75.0  # seconds that one may need; none begins with less left


def run(options):
    start = time.monotonic()
    where = device.find(options.device)
    clock = Clock(QUICK if options.quick else WHOLE)
    report = {"device": device.describe(where)}
    with torch.no_grad():
        report["parity"] = golden(options.pack, where)
        report["holds"] = all(row["holds"] for row in report["parity"])
        if not options.parity:
            report.update(timed(options, where, clock))
    report["seconds"] = time.monotonic() - start
    return report


def golden(pack, where):
    tell("parity")
    try:
        return parity.check(pack, where)
    except Exception as failure:  # a network that does not run has no parity
        return [{"array": "all", "holds": False, "reason": reason(failure)}]


def timed(options, where, clock):
    """The device's own speed first; then all that is quick to start; what has to be compiled last."""
    name, size = ("tiny", 512) if where.type == "cpu" else ("released", 8192)
    batches = (1,) if options.quick else (1, 4, 16)
    tell("matrix products")
    speeds = comparison.product_speeds(where, size)
    model = Model(options.pack, name, where, clock)
    rows, agreement = [], []
    for precision in FORMATS:
        tell(f"loading, {precision}")
        agreement.append(comparison.agreement(model, precision))
        rows += eager_rows(model, precision, batches)
    rows += skipped_rows() if options.quick else compiled_rows(model, batches)
    operations = comparison.prediction_tflop(model)
    comparison.add_shares(rows, operations.get("tflop"), speeds)
    comparison.add_ratios(rows)
    return {"network": name, "product": speeds, "operations": operations, "agreement": agreement, "rows": rows}


def eager_rows(model, precision, batches):
    return [
        told(model.measure(part, precision, batch, side))
        for batch in batches
        for part in ("prediction", "image")
        for side in ("archive", "eager")
    ]


def compiled_rows(model, batches):
    """Batch 1 of every precision before the other batches, since each costs a compilation."""
    rows = []
    for batch in batches:
        for precision in ("bfloat16", "float16", "tf32", "float32"):
            prediction = told(model.measure("prediction", precision, batch, "compiled", COMPILATION))
            rows.append(prediction)
            if "reason" in prediction:
                rows.append({**prediction, "part": "image"})
            else:
                rows.append(told(model.measure("image", precision, batch, "compiled")))
    return rows


def skipped_rows():
    row = {"precision": "all", "batch": "all", "side": "compiled", "reason": "left out by --quick"}
    return [{"part": part, **row} for part in ("prediction", "image")]


def told(row):
    outcome = row.get("reason") or f"{row['ms']:.2f} ms"
    tell(f"{row['part']}, {row['precision']}, batch {row['batch']}, {row['side']}: {outcome}")
    return row


def tell(text):
    print(text, file=sys.stderr, flush=True)
