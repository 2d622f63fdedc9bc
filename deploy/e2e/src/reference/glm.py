"""Least squares and generalised least squares on whole design matrices, one voxel at a time."""
import numpy as np


def whiten(rows, t, rho):
    """Rows of a process of first order, made white; a stretch begins where a volume is missing."""
    rows, follows = np.asarray(rows, float), np.diff(np.asarray(t), prepend=-9) == 1
    out = np.sqrt(1 - rho ** 2) * rows
    out[follows] = rows[follows] - rho * rows[np.flatnonzero(follows) - 1]
    return out


class Model:
    """A design whose nuisance columns are held back as if steady volumes had been seen before."""

    def __init__(self, nuisance, slow, others, t, steady_slow, common=False):
        """nuisance (n, P): first the intercept, then `slow` - 1 of drift; others (n, A): trials;
        steady_slow (s, slow): intercept and drift of the steady volumes; common: the others are
        parts of one response, held back as if a trial without it had been seen."""
        self.design = np.hstack([nuisance, others])
        self.common = common
        self.count = nuisance.shape[1]
        self.slow, self.t, self.steady = slow, np.asarray(t), steady_slow
        self.solved = {}  # by rho

    def augmented(self, rho):
        """Whitened rows and, below them, the rows of the prior, whose data are 0."""
        x = whiten(self.design, self.t, rho)
        s, n, q = len(self.steady), len(x), self.design.shape[1]
        unseen = np.eye(q)[self.count:] if self.common else np.zeros((0, q))
        if s == 0:
            return np.vstack([x, unseen]), len(unseen)
        first = whiten(self.steady, np.arange(s), rho)
        first = self.about_mean(first)[:, 1:]
        second = self.about_mean(x)[:, self.slow:self.count] * np.sqrt(s / n)
        prior = np.zeros((len(first) + len(second), q))
        prior[:len(first), 1:self.slow] = first
        prior[len(first):, self.slow:self.count] = second
        return np.vstack([x, prior, unseen]), len(prior) + len(unseen)

    @staticmethod
    def about_mean(x):
        """Columns without what the first one, the intercept, explains."""
        return x - np.outer(x[:, 0], x[:, 0] @ x / (x[:, 0] @ x[:, 0]))

    def solve(self, rho):
        """Whitened rows, how many rows the prior has, scale, pseudoinverse, rank."""
        if rho not in self.solved:
            x, extra = self.augmented(rho)
            scale = np.sqrt((x ** 2).sum(0))
            scale[scale == 0] = 1
            pseudo = np.linalg.pinv(x / scale, rcond=1e-7)
            rank = np.linalg.matrix_rank(x / scale, tol=1e-6)
            self.solved[rho] = x, extra, scale, pseudo, rank
        return self.solved[rho]

    def fit(self, y, rho):
        """Coefficients, sum of squared residuals, unscaled variance of the last, rank."""
        x, extra, scale, pseudo, rank = self.solve(rho)
        data = np.concatenate([whiten(y, self.t, rho), np.zeros(extra)])
        beta = pseudo @ data / scale
        n = len(y)
        residuals = data[:n] - x[:n] @ beta
        return beta, residuals @ residuals, pseudo[-1] @ pseudo[-1] / scale[-1] ** 2, rank


def varies(y, squares):
    return squares / len(y) > 1e-14 * np.mean(np.asarray(y, float) ** 2)


def denoised(model, y, window, crowded=None, others=None):
    """Mean of the residuals over rows `window`, in their standard deviations. With a model of
    responses that overlap, what it says of the nuisance and of `others` (n, L) is taken out."""
    beta, squares, _, _ = model.fit(y - y[0], 0)
    if not varies(y, squares):
        return 0.0
    rest = y - y[0] - model.design @ beta
    if crowded is not None:
        both = crowded.fit(y - y[0], 0)[0]
        count = crowded.count
        rest = y - y[0] - crowded.design[:, :count] @ both[:count] - others @ both[count:]
    return rest[window].mean() / np.sqrt(squares / len(y))


def trial(model, y, noise, score):
    """The last column's coefficient, or its t value."""
    shifted = y - y[0]
    beta, squares, variance, rank = model.fit(shifted, 0)
    if noise == 'ar1' and varies(y, squares):
        rest = shifted - model.design @ beta
        near = np.flatnonzero(np.diff(model.t) == 1)
        rho = np.clip(np.rint(rest[near] @ rest[near + 1] / squares / 0.05), -19, 19) * 0.05
        beta, squares, variance, rank = model.fit(shifted, rho)
    if score == 'beta':
        return beta[-1]
    freedom = len(y) - rank
    return beta[-1] / np.sqrt(squares / freedom * variance) if freedom > 0 and varies(y, squares) else 0.0
