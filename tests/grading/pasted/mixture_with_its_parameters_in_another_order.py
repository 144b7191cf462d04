# problem: gmm-em-step
# expect: error
# says: Your code takes weights, means and covs in this order. It should take means, covs and weights, as the problem gives them.
# not: Taken by their places
def gmm_em_step(x, weights, means, covs):
    d = x.shape[-1]
    apart = x[:, None] - means
    far = np.einsum("nki,kij,nkj->nk", apart, np.linalg.inv(covs), apart)
    log = np.log(weights) - (far + np.linalg.slogdet(covs)[1] + d * np.log(2 * np.pi)) / 2
    top = log.max(1, keepdims=True)
    total = top + np.log(np.exp(log - top).sum(1, keepdims=True))
    share = np.exp(log - total)
    n = share.sum(0)
    centers = share.T @ x / n[:, None]
    apart = x[:, None] - centers
    return centers, np.einsum("nk,nki,nkj->kij", share, apart, apart) / n[:, None, None], n / len(x), total.sum()
