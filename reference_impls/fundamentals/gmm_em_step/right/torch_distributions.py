import torch


def gmm_em_step(x, means, covs, weights):
    x, means, covs, weights = (torch.as_tensor(v) for v in (x, means, covs, weights))
    normal = torch.distributions.MultivariateNormal(means, covariance_matrix=covs)
    joint = normal.log_prob(x[:, None]) + torch.log(weights)
    r = torch.softmax(joint, dim=1)
    pi = r.mean(0)
    mu = torch.einsum("nk,nd->kd", r, x) / r.sum(0)[:, None]
    d = x[:, None] - mu
    sigma = torch.einsum("nk,nki,nkj->kij", r, d, d) / r.sum(0)[:, None, None]
    return mu, sigma, pi, torch.logsumexp(joint, 1).sum()
