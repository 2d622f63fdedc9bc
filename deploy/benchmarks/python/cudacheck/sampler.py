"""The samplers of decoder-worker (package diffusion) as numbers, and what applies them.

Plain Python: x may be a float or a tensor. Letters as there: abar_t the share of the signal's
variance at timestep t, S steps, q_0 what is remembered of this step, q_1 of the one before.
"""

import math
import struct
from typing import NamedTuple


class Step(NamedTuple):
    """x' = sample x + sum_i history[i] q_i, with q_0 = estimate[0] x + estimate[1] e."""

    timestep: int
    estimate: tuple
    sample: float
    history: list
    correction: "Correction | None" = None


class Correction(NamedTuple):
    """The step again, with e' at the x' it gave: sample x + first q_0 + second e'."""

    timestep: int
    sample: float
    first: float
    second: float


class Schedule:
    """Factors of signal and noise at each timestep, in float64 from abar rounded to float32."""

    def __init__(self, timesteps, beta_start, beta_end):
        first, product = math.sqrt(beta_start), 1.0
        step = (math.sqrt(beta_end) - first) / (timesteps - 1)
        self.abar = []
        for t in range(timesteps):
            product *= 1 - (first + t * step) ** 2
            self.abar.append(struct.unpack("<f", struct.pack("<f", product))[0])

    def signal(self, t):
        return math.sqrt(self.abar[t])

    def noise(self, t):
        return math.sqrt(1 - self.abar[t])

    def log_ratio(self, t):
        return math.log(self.signal(t) / self.noise(t))


def descending(ascending):
    """Pairs of a timestep and the one that its step reaches; the last goes to 0."""
    return list(zip(reversed(ascending), list(reversed(ascending[:-1])) + [0]))


def quadratic(timesteps, steps):
    last = timesteps - 1
    return [max(k, math.floor(last * (k / steps) ** 2 + 0.5)) for k in range(1, steps + 1)]


def strided(timesteps, steps):
    return sorted({min(t + 1, timesteps - 1) for t in range(0, timesteps, timesteps // steps)})


def dpmpp(schedule, steps):
    """DPM-Solver++ (2M), second order in the clean latent."""
    plan, h_before = [], 0.0
    for s, t in descending(quadratic(len(schedule.abar), steps)):
        h = schedule.log_ratio(t) - schedule.log_ratio(s)
        data = -schedule.signal(t) * math.expm1(-h)
        half = h / (2 * h_before) if plan else 0.0
        history = [data * (1 + half), -data * half] if plan else [data]
        clean = (1 / schedule.signal(s), -schedule.noise(s) / schedule.signal(s))
        plan.append(Step(s, clean, schedule.noise(t) / schedule.noise(s), history))
        h_before = h
    return plan


def transfer(schedule, s, t):
    """Weights of x and e in an Euler step from s to t."""
    sample = schedule.signal(t) / schedule.signal(s)
    return sample, schedule.noise(t) - sample * schedule.noise(s)


def ddim(schedule, steps):
    plan = []
    for s, t in descending(strided(len(schedule.abar), steps)):
        sample, noise = transfer(schedule, s, t)
        plan.append(Step(s, (0.0, 1.0), sample, [noise]))
    return plan


ADAMS_BASHFORTH = [[1.0], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]]


def plms(schedule, steps):
    """The first step is done twice, the second time with the mean of both outputs."""
    ascending = strided(len(schedule.abar), steps)
    plan = []
    for s, t in descending(ascending):
        sample, noise = transfer(schedule, s, t)
        weights = [weight * noise for weight in ADAMS_BASHFORTH[min(len(plan), 3)]]
        again = Correction(ascending[max(len(ascending) - 2, 0)], sample, noise / 2, noise / 2)
        plan.append(Step(s, (0.0, 1.0), sample, weights, None if plan else again))
    return plan


def run(x, plan, eps):
    """Yields x after each step; eps(x, timestep) is the network."""
    past = []
    for step in plan:
        e = eps(x, step.timestep)
        past = [step.estimate[0] * x + step.estimate[1] * e] + past[: len(step.history)]
        after = step.sample * x + sum(weight * q for weight, q in zip(step.history, past))
        if step.correction:
            again = step.correction
            after = again.sample * x + again.first * past[0] + again.second * eps(after, again.timestep)
        x = after
        yield x
