import numpy as np


def log_gaussian(X, means, covs):
    n_samples, n_features = X.shape
    log_prob = np.empty((n_samples, len(means)))
    for k, (mu, cov) in enumerate(zip(means, covs)):
        chol = np.linalg.cholesky(cov)
        z = np.linalg.solve(chol, (X - mu).T)
        log_prob[:, k] = np.sum(z**2, axis=0) + 2 * np.sum(np.log(np.diag(chol)))
    return -0.5 * (n_features * np.log(2 * np.pi) + log_prob)


def gmm_em_step(X, means, covs, weights):
    weighted = log_gaussian(X, means, covs) + np.log(weights)
    top = weighted.max(axis=1)
    norm = top + np.log(np.exp(weighted - top[:, None]).sum(axis=1))
    resp = np.exp(weighted - norm[:, None])
    nk = resp.sum(axis=0) + 10 * np.finfo(resp.dtype).eps
    mu = np.dot(resp.T, X) / nk[:, None]
    sigma = np.empty((len(mu), X.shape[1], X.shape[1]))
    for k in range(len(mu)):
        diff = X - mu[k]
        sigma[k] = np.dot(resp[:, k] * diff.T, diff) / nk[k]
    return mu, sigma, nk / len(X), norm.sum()
