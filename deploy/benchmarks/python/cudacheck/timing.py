"""Time and memory of a noise prediction and of a whole image, one row a measurement.

A row has part, precision, batch and side, then either what was measured or, in "reason", why it was not.
"""

import time

import torch

from cudacheck import archive, device, sampler, sides

FORMATS = {"float32": ("fp32", torch.float32), "tf32": ("fp32", torch.float32),
           "float16": ("fp16", torch.float16), "bfloat16": ("bf16", torch.bfloat16)}
STEPS, TIMESTEP = 20, 501


class LeftOut(Exception):
    """Says why something is not measured."""


class Clock:
    """What is left of the time that the whole run may take."""

    def __init__(self, seconds):
        self.seconds, self.end = seconds, time.monotonic() + seconds

    def require(self, seconds):
        left = self.end - time.monotonic()
        if left < seconds:
            raise LeftOut(f"left out: {max(left, 0):.0f} of {self.seconds} s left, it may need {seconds:.0f}")


def reason(failure):
    """One line of its message: the first, or the last where TorchScript put its own trace before."""
    lines = str(failure).strip().splitlines() or ["no reason given"]
    if isinstance(failure, LeftOut):
        return lines[0]
    of_script = "TorchScript" in lines[0] and len(lines) > 1
    return lines[-1] if of_script else f"{type(failure).__name__}: {lines[0]}"


def refuse_format(precision, where):
    if precision != "tf32":
        return
    if where.type == "cpu":
        raise LeftOut("TF32 is a number format of GPUs")
    if torch.cuda.get_device_capability(where) < (8, 0):
        raise LeftOut("this GPU has no TF32; it came with compute capability 8.0")


class Model:
    """One network of the pack on one device, its archives loaded when first needed."""

    def __init__(self, folder, name, where, clock):
        self.folder, self.name, self.where, self.clock = folder, name, where, clock
        self.description = archive.describe(folder, name)
        self.plan = sampler.dpmpp(sampler.Schedule(*self.description["schedule"]), STEPS)
        self.networks, self.sides, self.predictions = {}, {}, {}

    def network(self, precision):
        refuse_format(precision, self.where)
        stored = FORMATS[precision][0]
        if stored not in self.networks:
            self.networks[stored] = archive.load(self.folder, f"{self.name}-{stored}", self.where)
        return self.networks[stored]

    def side(self, precision, name):
        """archive, eager or compiled; compiled anew for each precision."""
        network = self.network(precision)
        device.set_tf32(precision == "tf32")
        if (precision, name) not in self.sides:
            if name == "archive":
                made = sides.Archive(network)
            else:
                made = sides.Eager(network, self.description)
            self.sides[precision, name] = sides.compiled(made) if name == "compiled" else made
        return self.sides[precision, name]

    def inputs(self, batch):
        """fmri (1, V) and noise (B, Z, h, w), the same in every run."""
        sizes = self.description["architecture"]
        encoder, unet = sizes["encoder"], sizes["unet"]
        generator = torch.Generator(self.where).manual_seed(batch)
        shapes = [(1, encoder["tokens"] * encoder["patchSize"]),
                  (batch, unet["inChannels"], unet["latentHeight"], unet["latentWidth"])]
        return [torch.randn(shape, generator=generator, device=self.where) for shape in shapes]

    def work(self, part, precision, batch, name):
        """A function that does it once and gives the result."""
        side = self.side(precision, name)
        fmri, noise = self.inputs(batch)
        if part == "image":
            return lambda: sides.image(side, fmri, noise, self.plan)
        condition = side.condition(fmri)
        return lambda: side.predict(noise, TIMESTEP, condition)

    def measure(self, part, precision, batch, name, needs=3.0):
        """One row. An image needs 20 predictions and some more, and is made 4 times at least."""
        row = {"part": part, "precision": precision, "batch": batch, "side": name}
        try:
            prediction = self.predictions.get((precision, batch, name), 0)
            self.clock.require(needs + (0.1 * prediction if part == "image" else 0))
            row.update(self.measured(self.work(part, precision, batch, name), precision))
        except Exception as failure:  # whatever it is, the row says it and the others go on
            row["reason"] = reason(failure)
        if part == "prediction" and "ms" in row:
            self.predictions[precision, batch, name] = row["ms"]
        if self.where.type == "cuda":
            torch.cuda.empty_cache()
        return row

    def measured(self, work, precision):
        start = time.monotonic()
        finite = bool(work().isfinite().all())
        first = time.monotonic() - start
        added = device.peak_bytes(work, self.where)
        return {
            "ms": device.warm_milliseconds(work, self.where),
            "first_call_s": first,
            "peak_mib": None if added is None else (added + archive.weight_bytes(self.network(precision))) >> 20,
            "finite": finite,
        }
