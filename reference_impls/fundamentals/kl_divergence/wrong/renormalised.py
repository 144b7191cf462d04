# slip: bounded-and-normalised-again
import torch


def kl_divergence(p, q, eps=1e-12):
    q = q.clamp(min=eps)
    q = q / q.sum(-1, keepdim=True)
    return torch.xlogy(p, p / q).sum(-1)
