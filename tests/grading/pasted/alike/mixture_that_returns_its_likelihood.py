# problem: gmm-em-step
import numpy as np
from scipy.special import logsumexp
from scipy.stats import multivariate_normal


class GaussianMixtureEM:
    def __init__(self, means, covs, weights):
        self.means = np.array(means, dtype=float)
        self.covs = np.array(covs, dtype=float)
        self.weights = np.array(weights, dtype=float)

    def step(self, X):
        log_p = np.stack(
            [np.atleast_1d(multivariate_normal(m, S).logpdf(X)) for m, S in zip(self.means, self.covs)], axis=1
        ).reshape(len(X), -1) + np.log(self.weights)
        norm = logsumexp(log_p, axis=1, keepdims=True)
        R = np.exp(log_p - norm)
        Nk = R.sum(0)
        self.weights = Nk / len(X)
        self.means = R.T @ X / Nk[:, None]
        diff = X[:, None] - self.means
        self.covs = np.einsum("nk,nki,nkj->kij", R, diff, diff) / Nk[:, None, None]
        return norm.sum()
