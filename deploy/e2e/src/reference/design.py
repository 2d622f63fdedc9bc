"""Design matrices of a run, written from the formulas. Rows are volumes, t their indices."""
import numpy as np
from scipy.stats import gamma
from scipy.special import eval_legendre

SUPPORT = 32.0  # seconds after a stimulus' end


def hrf_parts(name):
    """Peak and undershoot: shape, scale, area."""
    if name == 'spm':
        return (6, 1.0, 1.0), (16, 1.0, 1 / 6)

    def bump(a, c):  # area of c (t / (a b))^a exp(-(t - a b) / b), by its gamma density's scale
        b = 0.9
        peak = gamma.pdf(a * b, a + 1, scale=b)  # the bump is c at its peak
        return a + 1, b, c / peak

    return bump(6, 1.0), bump(12, 0.35)


def response(name, seconds, duration):
    """Response of unit area to a stimulus, at times after its onset."""
    seconds = np.asarray(seconds, float)
    total = np.zeros_like(seconds)
    (k1, b1, w1), (k2, b2, w2) = hrf_parts(name)
    for shape, scale, weight in ((k1, b1, w1), (k2, b2, -w2)):
        if duration == 0:
            total += weight * gamma.pdf(seconds, shape, scale=scale)
        else:
            total += weight * (gamma.cdf(seconds, shape, scale=scale)
                               - gamma.cdf(seconds - duration, shape, scale=scale))
    return np.where((seconds > 0) & (seconds <= duration + SUPPORT), total / (w1 - w2), 0)


def drift(text, t, tr, expected):
    """Drift columns without the intercept."""
    t = np.asarray(t, float)
    length = expected if expected else 600 / tr
    share = (t + 0.5) / length
    if text.startswith('poly') or not expected:
        order = int(text[4:]) if text.startswith('poly') else 3
        return np.array([eval_legendre(k, 2 * share - 1) for k in range(1, order + 1)]).T.reshape(len(t), order)
    count = int(min(np.floor(2 * length * tr * float(text) + 1e-9), length - 1))
    return np.array([np.cos(np.pi * k * share) for k in range(1, count + 1)]).T.reshape(len(t), count)


def motion(columns, t, parameters):
    """None, six, or Friston's 24; the volume before a gap counts as being where this one is."""
    if columns == 0:
        return np.zeros((len(t), 0))
    now = np.array([parameters[i] for i in t], float)
    if columns == 6:
        return now
    before = np.array([now[i - 1] if i and t[i - 1] == t[i] - 1 else now[i] for i in range(len(t))])
    return np.hstack([now, before, now ** 2, before ** 2])


def running(series, t, steady, window, percent=False):
    """Window means of series (n, V) without mean and ridge drift, in standard deviations or in
    percent of the mean."""
    t = np.asarray(t, float)
    centred = t - t.mean()
    k = max(0, steady * (steady ** 2 - 1) / 12)
    mean = series.mean(0)
    denominator = centred @ centred + k
    slope = centred @ (series - mean) / denominator if denominator > 0 else np.zeros(series.shape[1])
    rest = series - mean - np.outer(centred, slope)
    sd = np.sqrt((rest ** 2).mean(0))
    varies = sd > 1e-7 * np.sqrt((series ** 2).mean(0))
    unit = np.abs(mean) / 100 if percent else sd
    known = varies & (unit > 0)
    return np.where(known, rest[window].mean(0) / np.where(known, unit, 1), 0)


def components(count, t, outside, spikes, steady, limit):
    """Scores on incremental principal components as they were before each volume."""
    found, scores, seen = np.zeros((count, outside.shape[1])), np.zeros((len(t), count)), 0
    for i in range(len(t) if count else 0):
        x = running(outside[:i + 1], t[:i + 1], steady, [i])
        x = np.float32(x).astype(float)
        if limit and t[i] in spikes:
            x = np.clip(x, -4, 4)
        rest = x.copy()
        for j in range(count):
            length = np.linalg.norm(found[j])
            if length:
                scores[i, j] = rest @ found[j] / length
                rest -= scores[i, j] * found[j] / length
        if not x.any():
            continue
        seen += 1
        for j in range(min(seen, count)):
            length = np.linalg.norm(found[j])
            found[j] = x if not length else (
                (seen - 1) / seen * found[j] + (x @ found[j] / length) * x / seen)
            length = np.linalg.norm(found[j])
            if length:
                unit = found[j] / length
                x = x - (x @ unit) * unit
    return scores
