# slip: nothing-handled
import torch


def kl_divergence(p, q, eps=1e-12):
    return (p * torch.log(p / q)).sum(-1)
