# slip: diagonal
import torch


def gmm_em_step(x, means, covs, weights):
    x, means, covs, weights = (torch.as_tensor(v) for v in (x, means, covs, weights))
    joint = torch.distributions.MultivariateNormal(means, covs).log_prob(x[:, None]) + weights.log()
    r = joint.softmax(1)
    n = r.sum(0)
    mu = r.T @ x / n[:, None]
    var = torch.einsum("nk,nki->ki", r, (x[:, None] - mu) ** 2) / n[:, None]
    return mu, torch.diag_embed(var), n / len(x), joint.logsumexp(1).sum()
