import torch


def classifier_guided_eps(noise, xt, label, clf, abar, s=1.0):
    abar = torch.as_tensor(abar, dtype=xt.dtype).reshape([-1] + [1] * (xt.dim() - 1))
    std = (1 - abar).sqrt()
    point = xt.detach().requires_grad_(True)
    lp = torch.distributions.Categorical(logits=clf(point)).log_prob(label)
    lp.backward(torch.ones_like(lp))
    score = -noise.detach() / std + s * point.grad
    return -std * score
