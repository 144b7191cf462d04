# problem: gmm-em-step
# expect: fail
import numpy as np
from scipy.special import logsumexp


class GMM:
    def __init__(self, means, covs, weights):
        self.means = np.array(means, dtype=float)
        self.covs = np.array(covs, dtype=float)
        self.weights = np.array(weights, dtype=float)

    def _log_prob(self, X):
        K, D = self.means.shape
        out = np.empty((X.shape[0], K))
        for k in range(K):
            L = np.linalg.cholesky(self.covs[k])
            sol = np.linalg.solve(L, (X - self.means[k]).T)
            out[:, k] = -0.5 * (D * np.log(2 * np.pi) + (sol**2).sum(0)) - np.log(np.diag(L)).sum()
        return out

    def e_step(self, X):
        lp = self._log_prob(X) + np.log(self.weights)
        norm = logsumexp(lp, axis=1, keepdims=True)
        return np.exp(lp - norm), norm.sum()

    def m_step(self, X, resp):
        Nk = resp.sum(0)
        self.weights = Nk / X.shape[0]
        self.means = resp.T @ X / Nk[:, None]
        for k in range(len(Nk)):
            d = X - X.mean(0)
            self.covs[k] = (resp[:, k, None] * d).T @ d / Nk[k]

    def em_step(self, X):
        resp, ll = self.e_step(X)
        self.m_step(X, resp)
        return ll
