# slip: none
import torch


def gmm_em_step(x, means, covs, weights):
    x, means, covs = (torch.as_tensor(v) for v in (x, means, covs))
    joint = torch.distributions.MultivariateNormal(means, covs).log_prob(x[:, None])
    r = joint.softmax(1)
    mu = r.T @ x / len(x)
    d = x[:, None] - mu
    return mu, torch.einsum("nk,nki,nkj->kij", r, d, d) / len(x), r.mean(0), joint.logsumexp(1).sum()
