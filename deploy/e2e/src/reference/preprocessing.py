#!/usr/bin/env python3
"""What the preprocess stream should make of a run: windows and responses to trials, offline.

    preprocessing.py REQUEST.json ANSWER.json

Written from the formulas with whole design matrices; needs numpy, scipy, nibabel. The request:

    bold           NIfTI file of the run
    events         BIDS events; a trial's number is its row, origin 0
    mask or roi    NIfTI file whose voxels are not 0, or flat voxel indices, x fastest
    outside        flat voxel indices outside the ROI; optional
    repetitionTime seconds; the header's where it lacks
    expectedVolumes  as in the run's header; the file's where it lacks
    motion         six numbers a volume: mm, degrees; optional
    missing, spikes  indices of volumes; optional
    recipe         as in a vector's record, such as glm(motion=6,noise=ar1); optional
    steadyVolumes  of the normalisations running and percent; optional, 0
    windows        [{"first": .., "last": .., "newest": ..}]: volumes, and the newest one known
    betas          [{"trial": .., "newest": ..}]: of the trials before it in the file alone

The answer: none, running, percent, denoised: (windows, V); betas: (betas, V), one for each asked;
runBetas: (trials, V), each knowing all other trials and the whole run, null where nothing of it was
scanned.
"""
import csv
import json
import sys

import nibabel
import numpy as np

import design
import glm
import recipe as recipes


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
            self.trials = [(float(row['onset']), float(row['duration']))
                           for row in csv.DictReader(file, delimiter='\t')]
        self.recipe = recipes.parse(request.get('recipe', 'denoised()'))

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

    def model(self, t, trials):
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
        return glm.Model(nuisance, slow.shape[1], trials, t, steady)


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
        model, y = run.model(t, np.zeros((len(t), 0))), run.values(t)
        answer['denoised'].append([glm.denoised(model, column, inside) for column in y.T])
    return answer


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
    answer = windows(run, request.get('windows', []), request.get('steadyVolumes', 0))
    answer['betas'] = [beta(run, asked['trial'], asked['newest'], range(asked['trial']))
                       for asked in request.get('betas', [])]
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
