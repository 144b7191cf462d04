import torch
from torch.nn import functional as F


def classifier_guided_eps(eps, x, y, classifier, alpha_bar, scale=1.0):
    z = x.detach().clone()
    z.requires_grad = True
    F.cross_entropy(classifier(z), y, reduction="sum").backward()
    sigma = torch.sqrt(1 - torch.as_tensor(alpha_bar, dtype=torch.float64)).to(x.dtype)
    while 0 < sigma.ndim < x.ndim:
        sigma = sigma.unsqueeze(-1)
    return (eps.detach() + scale * sigma * z.grad).detach()
