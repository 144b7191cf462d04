# slip: floor-of-the-covariance
import torch


def gmm_em_step(x, means, covs, weights):
    x, means, covs, weights = (torch.as_tensor(v) for v in (x, means, covs, weights))
    joint = torch.distributions.MultivariateNormal(means, covs).log_prob(x[:, None]) + weights.log()
    r = joint.softmax(1)
    n = r.sum(0)
    mu = r.T @ x / n[:, None]
    d = x[:, None] - mu
    sigma = torch.einsum("nk,nki,nkj->kij", r, d, d) / n[:, None, None] + 0.01 * torch.eye(x.shape[1])
    return mu, sigma, n / len(x), joint.logsumexp(1).sum()
