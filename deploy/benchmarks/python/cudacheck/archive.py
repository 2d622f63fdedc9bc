"""Archives of the pack: unpacked, loaded onto the device, zero weights filled."""

import json
import lzma
import math
import os
import shutil
import tempfile

import torch


def describe(folder, model):
    """What the pack says of a model: sizes, noise schedule, names of tensors."""
    with open(os.path.join(folder, f"{model}.json"), encoding="utf-8") as file:
        return json.load(file)


def load(folder, name, device):
    """The network of NAME.pt.xz on the device."""
    packed = os.path.join(folder, f"{name}.pt.xz")
    handle, unpacked = tempfile.mkstemp(suffix=".pt")
    try:
        with lzma.open(packed) as source, os.fdopen(handle, "wb") as target:
            shutil.copyfileobj(source, target, 1 << 24)
        network = torch.jit.load(unpacked, map_location=device)
    finally:
        os.remove(unpacked)
    fill(network, torch.Generator(device).manual_seed(0))
    return network


def fill(network, generator):
    """Random numbers in place of zeros, such that activations stay near 1; the same in every format."""
    parameters = list(network.named_parameters())
    if any(bool(parameter.any()) for _, parameter in parameters):
        return
    with torch.no_grad():
        for name, parameter in parameters:
            values = torch.randn(parameter.shape, generator=generator, device=parameter.device)
            if parameter.dim() > 1:
                values = values / math.sqrt(math.prod(parameter.shape[1:]))
            else:
                values = 0.1 * values + (1 if name.endswith("weight") else 0)
            parameter.copy_(values)


def weight_bytes(network):
    return sum(parameter.numel() * parameter.element_size() for parameter in network.parameters())
