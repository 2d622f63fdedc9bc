"""Writes a checkpoint with random weights and what the network makes of random inputs.

Called with folders, each with a sizes.json: {"shapes": {tensor: [...]}, "encoderHeads": n,
"unetHeads": n, "globalPool": bool, "fmri": [...], "latent": [...]}. Adds finetuned.pth, fmri.npy,
context.npy, unet_x.npy, unet_eps.npy and images.npy.
"""

import json
import math
import sys

import numpy as np
import torch

import mindvis

TIMESTEP = 501


def weight(name, shape):
    """Values that keep activations near 1."""
    values = torch.randn(shape)
    if len(shape) > 1:
        return values / math.sqrt(math.prod(shape[1:]))
    return 0.1 * values + (1 if name.endswith("weight") else 0)


def run(folder):
    with open(f"{folder}/sizes.json", encoding="utf-8") as file:
        sizes = json.load(file)
    tensors = {name: weight(name, shape) for name, shape in sizes["shapes"].items()}
    torch.save({"model_state_dict": tensors}, f"{folder}/finetuned.pth")
    every = mindvis.Scope(tensors)
    conditioning = every.at("cond_stage_model")
    fmri, x = torch.randn(sizes["fmri"]), torch.randn(sizes["latent"])
    h = mindvis.encoder(conditioning.at("mae"), fmri, sizes["encoderHeads"], sizes["globalPool"])
    context = mindvis.context(conditioning, h)
    t = torch.full((x.shape[0],), TIMESTEP)
    results = {
        "fmri": fmri,
        "context": context,
        "unet_x": x,
        "unet_eps": mindvis.unet(every.at("model.diffusion_model"), x, t, context, sizes["unetHeads"]),
        "images": mindvis.latent_decoder(every.at("first_stage_model"), x),
    }
    for name, values in results.items():
        np.save(f"{folder}/{name}.npy", values.numpy())


torch.manual_seed(0)
with torch.no_grad():
    for argument in sys.argv[1:]:
        run(argument)
