"""What trials have to do with those before them: scales, repeats, responses that overlap."""
import numpy as np

import windows

FEWEST = 4
TAIL, MOST_PARTS = 20, 64  # seconds, volumes


def told(own, kept, stimuli, k, recipe):
    """The response to trial k against those of earlier trials, `kept` by trial; None where they are
    too few. And how many are averaged in it."""
    same = [beta for j, beta in kept.items()
            if recipe['repeats'] == 'mean' and stimuli[k] and stimuli[j] == stimuli[k]]
    mean = np.mean(np.float32(same + [own]).astype(float), axis=0)
    if recipe['standard'] == 'none':
        return mean.tolist(), len(same) + 1
    if len(kept) < FEWEST:
        return None, len(same) + 1
    scale = np.float32(list(kept.values())).astype(float)
    sd = scale.std(axis=0, ddof=1)
    scores = np.where(sd > 0, (mean - scale.mean(axis=0)) / np.where(sd > 0, sd, 1), 0)
    return scores.tolist(), len(same) + 1


def parts(trials, t, tr):
    """(n, L): how many of the trials have their first, second, .. volume after the onset at t."""
    columns = np.zeros((len(t), MOST_PARTS))
    for onset, duration in trials:
        first = windows.first_from(onset, tr)
        end = min(windows.first_from(onset + duration + TAIL, tr), first + MOST_PARTS)
        for i, index in enumerate(t):
            if first <= index < end:
                columns[i, index - first] += 1
    return columns
