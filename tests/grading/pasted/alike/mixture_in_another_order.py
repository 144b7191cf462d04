# problem: gmm-em-step
def em(X, pi, mu, Sigma):
    logs = np.empty((len(X), len(pi)))
    for k in range(len(pi)):
        root = np.linalg.cholesky(Sigma[k])
        z = np.linalg.solve(root, (X - mu[k]).T)
        logs[:, k] = np.log(pi[k]) - (z**2).sum(0) / 2 - np.log(np.diag(root)).sum() - X.shape[1] * np.log(2 * np.pi) / 2
    top = logs.max(1, keepdims=True)
    total = top + np.log(np.exp(logs - top).sum(1, keepdims=True))
    r = np.exp(logs - total)
    n = r.sum(0)
    means = r.T @ X / n[:, None]
    covs = [(r[:, k, None] * (X - means[k])).T @ (X - means[k]) / n[k] for k in range(len(n))]
    return means, np.array(covs), n / len(X), total.sum()
