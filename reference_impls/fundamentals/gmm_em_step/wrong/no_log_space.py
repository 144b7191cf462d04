# slip: underflow
import numpy as np


def gmm_em_step(x, means, covs, weights):
    N, D = x.shape
    p = np.zeros((N, len(means)))
    for k in range(len(means)):
        d = x - means[k]
        q = (d @ np.linalg.inv(covs[k]) * d).sum(1)
        p[:, k] = weights[k] * np.exp(-0.5 * q) / np.sqrt((2 * np.pi) ** D * np.linalg.det(covs[k]))
    r = p / p.sum(1, keepdims=True)
    n = r.sum(0)
    mu = r.T @ x / n[:, None]
    sigma = np.stack([((x - m) * r[:, [k]]).T @ (x - m) / n[k] for k, m in enumerate(mu)])
    with np.errstate(all="ignore"):
        joint = [np.log(weights[k]) - 0.5 * (((x - means[k]) @ np.linalg.inv(covs[k]) * (x - means[k])).sum(1) + np.linalg.slogdet(covs[k])[1] + D * np.log(2 * np.pi)) for k in range(len(means))]
    return mu, sigma, n / N, np.logaddexp.reduce(joint, axis=0).sum()
