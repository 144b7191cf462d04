# slip: normalized-over-points
import torch


def gmm_em_step(x, means, covs, weights):
    x, means, covs, weights = (torch.as_tensor(v) for v in (x, means, covs, weights))
    joint = torch.distributions.MultivariateNormal(means, covs).log_prob(x[:, None]) + weights.log()
    r = joint.softmax(0)
    n = r.sum(0)
    mu = r.T @ x / n[:, None]
    d = x[:, None] - mu
    return mu, torch.einsum("nk,nki,nkj->kij", r, d, d) / n[:, None, None], n / len(x), joint.logsumexp(1).sum()
