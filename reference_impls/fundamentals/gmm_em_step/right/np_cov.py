import numpy as np


class EM:
    def gmm_em_step(self, x, means, covs, weights):
        precision = np.linalg.inv(covs)
        diff = x[:, None, :] - means[None]
        quad = np.einsum("nki,kij,nkj->nk", diff, precision, diff)
        log = np.log(weights) + 0.5 * np.linalg.slogdet(precision)[1] - 0.5 * quad - x.shape[1] / 2 * np.log(2 * np.pi)
        peak = log.max(1, keepdims=True)
        unnormalized = np.exp(log - peak)
        r = unnormalized / unnormalized.sum(1, keepdims=True)
        share = r / r.sum(0)
        mu = share.T @ x
        sigma = np.stack([np.atleast_2d(np.cov(x.T, aweights=share[:, k], ddof=0)) if len(x) > 1 else np.zeros((x.shape[1],) * 2) for k in range(len(mu))])
        return [mu, sigma, r.mean(0), float((peak[:, 0] + np.log(unnormalized.sum(1))).sum())]
