"""What rows amount to together: operations, shares of the device's speed, ratios, agreement."""

from cudacheck import device
from cudacheck.timing import FORMATS, reason, refuse_format


def product_speeds(where, size):
    """TFLOP/s of the device's own matrix product in each precision, or the reason why not."""
    speeds = {}
    for precision, (_, dtype) in FORMATS.items():
        try:
            refuse_format(precision, where)
            device.set_tf32(precision == "tf32")
            speeds[precision] = {"tflops": device.product_speed(where, dtype, size)}
        except Exception as failure:  # the row says it
            speeds[precision] = {"reason": reason(failure)}
    return speeds


def prediction_tflop(model):
    """Operations of one prediction at batch 1 in mindvis.py, counted by torch, or the reason why not."""
    try:
        from torch.utils.flop_counter import FlopCounterMode

        work = model.work("prediction", "float32", 1, "eager")
        with FlopCounterMode(display=False) as counter:
            work()
        return {"tflop": counter.get_total_flops() / 1e12}
    except Exception as failure:
        return {"reason": reason(failure)}


def agreement(model, precision):
    """Largest difference of the archive's prediction and mindvis.py's, in deviations of the latter."""
    try:
        model.clock.require(2)
        ours, theirs = (model.work("prediction", precision, 1, side)() for side in ("archive", "eager"))
        if not (ours.isfinite().all() and theirs.isfinite().all()):  # NaN would be no JSON
            return {"precision": precision, "reason": "not finite"}
        return {"precision": precision, "difference": ((ours - theirs).abs().max() / theirs.std()).item()}
    except Exception as failure:
        return {"precision": precision, "reason": reason(failure)}


def add_shares(rows, tflop, speeds):
    """Share of a prediction's operations a second in those of the plain matrix product."""
    for row in rows:
        speed = speeds.get(row["precision"], {}).get("tflops")
        if row["part"] == "prediction" and "ms" in row and tflop and speed:
            row["tflops"] = tflop * row["batch"] / row["ms"] * 1e3
            row["share"] = row["tflops"] / speed


def add_ratios(rows):
    """How many times the archive's time mindvis.py takes."""
    key = lambda row: (row["part"], row["precision"], row["batch"])
    ours = {key(row): row["ms"] for row in rows if row["side"] == "archive" and "ms" in row}
    for row in rows:
        if row["side"] != "archive" and "ms" in row and key(row) in ours:
            row["ratio"] = row["ms"] / ours[key(row)]
