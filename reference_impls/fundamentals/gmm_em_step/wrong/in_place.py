# slip: none
import torch


def gmm_em_step(x, means, covs, weights):
    x, m, c, w = (torch.as_tensor(v) for v in (x, means, covs, weights))
    joint = torch.distributions.MultivariateNormal(m, c).log_prob(x[:, None]) + w.log()
    r = joint.softmax(1)
    n = r.sum(0)
    for k in range(len(m)):
        means[k] = r[:, k] @ x / n[k]
        d = x - torch.as_tensor(means[k])
        covs[k] = (r[:, k, None] * d).T @ d / n[k]
        weights[k] = n[k] / len(x)
    return means, covs, weights, joint.logsumexp(1).sum()
