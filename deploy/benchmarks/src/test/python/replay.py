"""Replays a trajectory that Java dumped, number by number, with cudacheck.sampler.

Prints the timesteps and, below, the largest difference of any latent to Java's.
"""

import json
import sys

sys.path.insert(0, sys.argv[1])
from cudacheck import sampler  # noqa: E402

with open(sys.argv[2], encoding="utf-8") as file:
    dump = json.load(file)
schedule = sampler.Schedule(*dump["schedule"])
plan = getattr(sampler, dump["sampler"])(schedule, dump["steps"])
largest = 0.0
for i, noise in enumerate(dump["noise"]):
    outputs = iter(dump["outputs"])
    asked = []

    def eps(x, timestep):
        asked.append(timestep)
        return next(outputs)[i]

    for x, latent in zip(sampler.run(noise, plan, eps), dump["latents"]):
        largest = max(largest, abs(x - latent[i]))
print(asked)
print(largest)
