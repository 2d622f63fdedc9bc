"""Runs a part of the network each time its name comes in; prints the seconds. See PythonNetwork."""

import json
import sys
import time

import torch
from torch.profiler import ProfilerActivity, profile

import mindvis


def parts(bundle):
    """Name of each part to a function that runs it once at batch 1."""
    with open(f"{bundle}/bundle.json", encoding="utf-8") as file:
        sizes = json.load(file)["model"]["architecture"]
    every = mindvis.Scope(mindvis.read_safetensors(f"{bundle}/weights.safetensors"))
    unet, encoder = sizes["unet"], sizes["encoder"]
    latent = torch.randn(1, unet["inChannels"], unet["latentHeight"], unet["latentWidth"])
    fmri = torch.randn(1, encoder["tokens"] * encoder["patchSize"])
    context = torch.randn(1, encoder["contextTokens"], encoder["contextWidth"])
    conditioning = every.at("cond_stage_model")

    def encode():
        h = mindvis.encoder(conditioning.at("mae"), fmri, encoder["heads"], encoder["globalPool"])
        mindvis.context(conditioning, h)

    def predict():
        mindvis.unet(every.at("model.diffusion_model"), latent, torch.tensor([501]), context, unet["heads"])

    def decode():
        mindvis.latent_decoder(every.at("first_stage_model"), latent)

    return {"encoder": encode, "unet": predict, "latent": decode}


def seconds(run):
    """Wall and CPU."""
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return f"{time.perf_counter() - wall} {time.process_time() - cpu}"


def operators(run):
    """Own time of each operator in ms."""
    with profile(activities=[ProfilerActivity.CPU]) as profiled:
        run()
    return json.dumps({event.key: event.self_cpu_time_total / 1e3 for event in profiled.key_averages()})


def main(bundle, threads):
    torch.set_num_threads(int(threads))
    runs = parts(bundle)
    print(torch.__version__, flush=True)
    with torch.no_grad():
        for line in sys.stdin:
            name = line.strip()
            print(operators(runs["unet"]) if name == "operators" else seconds(runs[name]), flush=True)


main(*sys.argv[1:])
