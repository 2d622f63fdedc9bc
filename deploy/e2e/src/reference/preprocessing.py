#!/usr/bin/env python3
"""What the preprocess stream should make of a run: windows and responses to trials, offline.

    preprocessing.py REQUEST.json ANSWER.json

Written from the formulas with whole design matrices; needs numpy, scipy, nibabel. The request:

    bold           NIfTI file of the run
    events         BIDS events; a trial's number is its row, origin 0; window_delay, window_length
                   and stim_file are read where they are there
    mask or roi    NIfTI file whose voxels are not 0, or flat voxel indices, x fastest
    outside        flat voxel indices outside the ROI; optional
    repetitionTime seconds; the header's where it lacks
    expectedVolumes  as in the run's header; the file's where it lacks
    motion         six numbers a volume: mm, degrees; optional
    missing, spikes  indices of volumes; optional
    recipe         as in a vector's record, such as glm(motion=6,noise=ar1); optional
    steadyVolumes  of the normalisations running and percent; optional, 0
    cut            {"window": "per-event", "delay": .., "length": .. or null}, or {"window":
                   "sliding", "length": .., "step": ..}: how the run is cut; optional
    waits          seconds from a window's end to each of its answers; optional
    windows        [{"first": .., "last": .., "newest": ..}]: volumes, and the newest one known;
                   with cut, each window at each of its answers
    betas          [{"trial": .., "newest": ..}]: of the trials before it in the file alone; with
                   cut, each trial at each of its answers

The answer: asked: with cut, what was answered, [{"trial": .., "answer": .., "first": .., "last": ..,
"newest": ..}]; none, running, percent, denoised: (windows, V);
betas: (betas, V), one for each asked, null where too few are before it; averaged: of how many
trials each is; runBetas: (trials, V), each alone, knowing all other trials and the whole run, null
where nothing of it was scanned.
"""
import csv
import json
import sys

import nibabel
import numpy as np

import design
import earlier
import glm
import recipe as recipes
import windows as cutting


class Run:
    """A run's rows until some volume, censored and missing ones left out."""

    def __init__(self, request):
        image = nibabel.load(request['bold'])
        data = np.asarray(image.dataobj, dtype=float)
        self.series = data.reshape(-1, data.shape[3], order='F').T  # (volumes, voxels)
        self.tr = request.get('repetitionTime') or float(image.header.get_zooms()[3])
        self.expected = request.get('expectedVolumes', data.shape[3])
        self.roi = request.get('roi')
        if self.roi is None:
            mask = np.asarray(nibabel.load(request['mask']).dataobj)
            self.roi = np.flatnonzero(mask.reshape(-1, order='F'))
        self.outside = request.get('outside', [])
        self.motion = request.get('motion', [])
        self.missing = set(request.get('missing', []))
        self.spikes = set(request.get('spikes', []))
        with open(request['events'], newline='', encoding='utf-8-sig') as file:
            rows = list(csv.DictReader(file, delimiter='\t'))
        self.trials = [(float(row['onset']), float(row['duration'])) for row in rows]
        self.stimuli = [row.get('stim_file') for row in rows]
        self.cut = self.windows(request['cut'], rows) if 'cut' in request else []
        self.known = {}
        self.waits = request.get('waits', [0])
        self.recipe = recipes.parse(request.get('recipe', 'denoised()'))

    def windows(self, cut, rows):
        """First and last volume of each window, trials outside the run included."""
        if cut['window'] == 'per-event':
            return cutting.of_events(rows, cut['delay'], cut['length'], self.tr)
        return cutting.of_run(cut['length'], cut['step'], self.expected, self.tr)

    def answers(self):
        """Each window at each of its answers."""
        return [{'trial': k, 'answer': a, 'first': window[0], 'last': window[1],
                 'newest': min(cutting.due(window, wait, self.tr), len(self.series) - 1)}
                for k, window in enumerate(self.cut) for a, wait in enumerate(self.waits)]

    def volumes(self, newest, censored):
        """Indices of the volumes that count."""
        out = self.missing | (self.spikes if censored else set())
        return [t for t in range(min(newest + 1, len(self.series))) if t not in out]

    def column(self, k, t):
        onset, duration = self.trials[k]
        seconds = (np.asarray(t) + 0.5) * self.tr - onset
        return design.response(self.recipe['hrf'], seconds, duration)

    def values(self, t):
        """(n, V) values, of spikes those limited by the ones before where the recipe says so."""
        y = np.float32(self.series[np.ix_(t, self.roi)]).astype(float)
        for i in [i for i in range(8, len(t)) if t[i] in self.spikes]:
            if self.recipe['spikes'] == 'limit':
                mean, width = y[:i].mean(0), 4 * y[:i].std(0)
                y[i] = np.float32(np.clip(y[i], mean - width, mean + width))
        return y

    def model(self, t, trials, common=False):
        """The model of volumes t with columns of trials beside the nuisance."""
        parts = self.recipe
        slow = np.hstack([np.ones((len(t), 1)),
                          design.drift(parts['drift'], t, self.tr, self.expected)])
        scores = design.components(
            parts['components'], t, self.series[np.ix_(t, self.outside)], self.spikes,
            parts['steady'], parts['spikes'] == 'limit')
        nuisance = np.hstack([slow, design.motion(parts['motion'], t, self.motion), scores])
        first = np.arange(parts['steady'])
        steady = np.hstack([np.ones((len(first), 1)),
                            design.drift(parts['drift'], first, self.tr, self.expected)])
        return glm.Model(nuisance, slow.shape[1], trials, t, steady, common)


def windows(run, asked, steady):
    """Each window in each normalisation."""
    answer = {'none': [], 'running': [], 'percent': [], 'denoised': []}
    for window in asked:
        t = run.volumes(window['newest'], False)
        inside = [i for i in range(len(t)) if window['first'] <= t[i] <= window['last']]
        y = np.float32(run.series[np.ix_(t, run.roi)]).astype(float)
        answer['none'].append(y[inside].mean(0).tolist())
        for name in ('running', 'percent'):
            values = design.running(y, t, steady, inside, name == 'percent')
            answer[name].append(values.tolist())
        t = run.volumes(window['newest'], run.recipe['spikes'] == 'censor')
        inside = [i for i in range(len(t)) if window['first'] <= t[i] <= window['last']]
        answer['denoised'].append(denoised(run, t, inside, window.get('trial', 0)))
    return answer


def denoised(run, t, inside, k):
    """A window of trial k without the nuisance, and without earlier responses where asked."""
    model, y = run.model(t, np.zeros((len(t), 0))), run.values(t)
    if run.recipe['overlap'] == 'none':
        return [glm.denoised(model, column, inside) for column in y.T]
    crowded = run.model(t, earlier.parts(run.trials[:k + 1], t, run.tr), True)
    others = earlier.parts(run.trials[:k], t, run.tr)
    return [glm.denoised(model, column, inside, crowded, others) for column in y.T]


def told(run, asked):
    """An answer to a trial as the recipe says, and of how many trials it is."""
    k = asked['trial']
    own = first(run, k, asked['newest'])
    if run.recipe['standard'] == run.recipe['repeats'] == 'none':
        return own, 1
    due = [cutting.due(run.cut[j], run.waits[asked['answer']], run.tr) for j in range(k)]
    kept = {j: first(run, j, due[j]) for j in range(k) if due[j] <= asked['newest']}
    return earlier.told(own, kept, run.stimuli, k, run.recipe)


def first(run, k, newest):
    """The response to trial k, of which the trials before it are known."""
    if (k, newest) not in run.known:
        run.known[k, newest] = beta(run, k, newest, range(k))
    return run.known[k, newest]


def beta(run, k, newest, others):
    """The response to trial k; `others` are trials that share one column before it."""
    t = run.volumes(newest, run.recipe['spikes'] == 'censor')
    own = run.column(k, t)
    if not own.any():
        return None
    rest = sum((run.column(other, t) for other in others), np.zeros(len(t)))
    model = run.model(t, np.column_stack([rest, own]))
    return [glm.trial(model, y, run.recipe['noise'], run.recipe['score']) for y in run.values(t).T]


def main(request_file, answer_file):
    """Answers a request."""
    with open(request_file, encoding='utf-8') as file:
        request = json.load(file)
    run = Run(request)
    asked = run.answers()
    answer = windows(run, request.get('windows', asked), request.get('steadyVolumes', 0))
    answer['asked'] = asked
    if run.recipe['kind'] == 'glm':
        betas = [told(run, each) for each in request.get('betas', asked)]
        answer['betas'], answer['averaged'] = [b[0] for b in betas], [b[1] for b in betas]
    if run.recipe['kind'] == 'glm':
        count = len(run.trials)
        answer['runBetas'] = [beta(run, k, len(run.series) - 1, [o for o in range(count) if o != k])
                              for k in range(count)]
    with open(answer_file, 'w', encoding='utf-8') as file:
        json.dump(answer, file)


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
