# slip: uniform-noise-around-0
import torch


def dsm_loss(score, x, sigma):
    def col(a):
        return a.view(len(x), *(1 for _ in x.shape[1:])) if torch.is_tensor(a) else a
    eps = torch.rand_like(x) * 2 - 1
    xt = x + col(sigma) * eps
    out = score(xt, sigma) * col(sigma) + eps
    return out.flatten(start_dim=1).pow(2).sum(dim=1).mean().div(2)
