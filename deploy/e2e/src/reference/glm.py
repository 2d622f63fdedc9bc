"""Least squares and generalised least squares on whole design matrices, one voxel at a time."""
import numpy as np


def whiten(rows, t, rho):
    """Rows of a process of first order, made white; a stretch begins where a volume is missing."""
    rows, out = np.asarray(rows, float), np.empty_like(rows, float)
    for i in range(len(t)):
        if i and t[i - 1] == t[i] - 1:
            out[i] = rows[i] - rho * rows[i - 1]
        else:
            out[i] = np.sqrt(1 - rho ** 2) * rows[i]
    return out


class Model:
    """A design whose nuisance columns are held back as if steady volumes had been seen before."""

    def __init__(self, nuisance, slow, others, t, steady_slow):
        """nuisance (n, P): first the intercept, then `slow` - 1 of drift; others (n, A): trials;
        steady_slow (s, slow): intercept and drift of the steady volumes."""
        self.design = np.hstack([nuisance, others])
        self.count = nuisance.shape[1]
        self.slow, self.t, self.steady = slow, np.asarray(t), steady_slow

    def augmented(self, rho):
        """Whitened rows and, below them, the rows of the prior, whose data are 0."""
        x = whiten(self.design, self.t, rho)
        s, n, q = len(self.steady), len(x), self.design.shape[1]
        if s == 0:
            return x, 0
        first = whiten(self.steady, np.arange(s), rho)
        first = self.about_mean(first)[:, 1:]
        second = self.about_mean(x)[:, self.slow:self.count] * np.sqrt(s / n)
        prior = np.zeros((len(first) + len(second), q))
        prior[:len(first), 1:self.slow] = first
        prior[len(first):, self.slow:self.count] = second
        return np.vstack([x, prior]), len(prior)

    @staticmethod
    def about_mean(x):
        """Columns without what the first one, the intercept, explains."""
        return x - np.outer(x[:, 0], x[:, 0] @ x / (x[:, 0] @ x[:, 0]))

    def fit(self, y, rho):
        """Coefficients, sum of squared residuals, unscaled variance of the last, rank."""
        x, extra = self.augmented(rho)
        scale = np.sqrt((x ** 2).sum(0))
        scale[scale == 0] = 1
        data = np.concatenate([whiten(y, self.t, rho), np.zeros(extra)])
        pseudo = np.linalg.pinv(x / scale, rcond=1e-7)
        beta = pseudo @ data / scale
        n = len(y)
        residuals = data[:n] - x[:n] @ beta
        rank = np.linalg.matrix_rank(x / scale, tol=1e-6)
        return beta, residuals @ residuals, pseudo[-1] @ pseudo[-1] / scale[-1] ** 2, rank


def varies(y, squares):
    return squares / len(y) > 1e-14 * np.mean(np.asarray(y, float) ** 2)


def denoised(model, y, window):
    """Mean of the residuals over rows `window`, in their standard deviations."""
    beta, squares, _, _ = model.fit(y - y[0], 0)
    if not varies(y, squares):
        return 0.0
    rest = y - y[0] - model.design @ beta
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
