"""The tiny network's golden numbers, which the public MinD-Vis code gave, on this device."""

import os

import torch

from cudacheck import archive, device, sampler
from cudacheck.arrays import read_npy

STAGE, LATENT, STEPS = 1e-4, 1e-3, 10


def check(folder, where):
    """One row an array: its largest difference, in deviations of the golden one."""
    device.set_tf32(False)
    network = archive.load(folder, "tiny-fp32", where)
    schedule = sampler.Schedule(*archive.describe(folder, "tiny")["schedule"])

    def golden(name):
        shape, values = read_npy(os.path.join(folder, "tiny", f"{name}.npy"))
        kind = {"f": torch.float32, "q": torch.int64}[values.typecode]
        return torch.frombuffer(values, dtype=kind).reshape(shape).to(where)

    def row(name, got, limit):
        wanted = golden(name)
        if not got.isfinite().all():  # NaN would be no JSON
            return {"array": name, "limit": limit, "holds": False, "reason": "not finite"}
        off = ((got - wanted).abs().max() / wanted.std(unbiased=False)).item()
        return {"array": name, "difference": off, "limit": limit, "holds": off <= limit}

    def sample(plan):
        batch = golden("initial_noise")
        latent = batch
        for latent in sampler.run(batch, plan, eps):
            pass
        return latent

    def eps(x, timestep):
        return network.denoise(x, torch.full((len(x),), timestep, device=where), condition)

    encoded, context = network.encode(golden("fmri_normalised")[:, None])
    condition = network.condition(golden("context"))
    pictures = network.decode(golden("plms_latent"))
    return [
        row("encoder_output", encoded, STAGE),
        row("context", context, STAGE),
        row("time_condition", network.time_condition(condition), STAGE),
        row("unet_eps", network.denoise(golden("unet_x"), golden("unet_t"), condition), STAGE),
        row("vq_image", network.decode(golden("vq_latent")), STAGE),
        row("plms_image", ((pictures + 1) / 2).clamp(0, 1), STAGE),
        row("ddim_latent", sample(sampler.ddim(schedule, STEPS)), LATENT),
        row("plms_latent", sample(sampler.plms(schedule, STEPS)), LATENT),
    ]
