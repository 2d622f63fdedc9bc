"""Times one noise prediction each time a line comes in; prints the seconds. See NetworkSpeed."""

import sys
import time

import torch

import mindvis


def main(bundle, threads):
    torch.set_num_threads(int(threads))
    tensors = mindvis.read_safetensors(f"{bundle}/weights.safetensors")
    unet = mindvis.Scope(tensors).at("model.diffusion_model")
    channels = unet.get("input_blocks.0.0.weight").shape[1]
    width = unet.get("middle_block.1.transformer_blocks.0.attn2.to_k.weight").shape[1]
    x = torch.randn(1, channels, 64, 64)
    context = torch.randn(1, 77, width)
    print("ready", torch.__version__, flush=True)
    with torch.no_grad():
        for _ in sys.stdin:
            start = time.perf_counter()
            mindvis.unet(unet, x, torch.tensor([501]), context)
            print(time.perf_counter() - start, flush=True)


main(*sys.argv[1:])
