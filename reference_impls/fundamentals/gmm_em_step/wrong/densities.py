# slip: densities-underflow
import numpy as np


def gmm_em_step(x, means, covs, weights):
    N, D = x.shape
    K = len(weights)
    dens = np.zeros((N, K))
    for k in range(K):
        c = x - means[k]
        expo = -0.5 * np.sum(c @ np.linalg.inv(covs[k]) * c, axis=1)
        dens[:, k] = weights[k] * np.exp(expo) / np.sqrt((2 * np.pi) ** D * np.linalg.det(covs[k]))
    px = dens.sum(axis=1)
    resp = dens / px[:, None]
    Nk = resp.sum(axis=0)
    mus = resp.T.dot(x) / Nk[:, None]
    sigmas = np.array([(resp[:, k, None] * (x - mus[k])).T.dot(x - mus[k]) / Nk[k] for k in range(K)])
    return mus, sigmas, Nk / N, np.log(px).sum()
