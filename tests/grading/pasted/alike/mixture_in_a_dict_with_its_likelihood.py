# problem: gmm-em-step
# says: its means, covariances, weights, log_likelihood are graded
import numpy as np


def log_gaussian_pdf(x, means, covariances):
    """Return log N(x | mean_k, covariance_k) with shape (n_samples, k)."""
    n_features = x.shape[1]
    logs = []
    for mean, cov in zip(means, covariances):
        sign, logdet = np.linalg.slogdet(cov)
        diff = x - mean
        solved = np.linalg.solve(cov, diff.T).T
        mahalanobis = np.sum(diff * solved, axis=1)
        logs.append(-0.5 * (n_features * np.log(2 * np.pi) + logdet + mahalanobis))
    return np.column_stack(logs)


def logsumexp(a, axis=1, keepdims=False):
    max_a = np.max(a, axis=axis, keepdims=True)
    out = max_a + np.log(np.sum(np.exp(a - max_a), axis=axis, keepdims=True))
    if not keepdims:
        out = np.squeeze(out, axis=axis)
    return out


def em_iteration(x, weights, means, covariances, reg=0.0):
    n_samples, n_features = x.shape
    weighted_logs = log_gaussian_pdf(x, means, covariances) + np.log(weights)
    sample_logs = logsumexp(weighted_logs, axis=1, keepdims=True)
    responsibilities = np.exp(weighted_logs - sample_logs)
    log_likelihood = float(sample_logs.sum())

    nk = responsibilities.sum(axis=0)
    new_weights = nk / n_samples
    new_means = (responsibilities.T @ x) / nk[:, None]
    new_covs = np.empty((len(nk), n_features, n_features))
    for cluster_id in range(len(nk)):
        diff = x - new_means[cluster_id]
        weighted = diff * responsibilities[:, cluster_id][:, None]
        new_covs[cluster_id] = (weighted.T @ diff) / nk[cluster_id]
        new_covs[cluster_id] += np.eye(n_features) * reg
    return {
        "weights": new_weights,
        "means": new_means,
        "covariances": new_covs,
        "log_likelihood": log_likelihood,
    }
