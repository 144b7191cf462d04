# slip: likelihood-underflows
import numpy as np


def gmm_em_step(x, means, covs, weights):
    N, D = x.shape
    K = means.shape[0]
    logj = np.empty((N, K))
    for k in range(K):
        dx = x - means[k]
        logj[:, k] = np.log(weights[k]) - 0.5 * (
            np.einsum("ni,ij,nj->n", dx, np.linalg.inv(covs[k]), dx)
            + np.linalg.slogdet(2 * np.pi * covs[k])[1]
        )
    soft = np.exp(logj - logj.max(axis=1, keepdims=True))
    soft /= soft.sum(axis=1, keepdims=True)
    ll = np.log(np.exp(logj).sum(axis=1)).sum()
    eff = soft.sum(0)
    mu = soft.T @ x / eff[:, None]
    S = np.stack([(soft[:, [k]] * (x - mu[k])).T @ (x - mu[k]) / eff[k] for k in range(K)])
    return mu, S, eff / N, ll
