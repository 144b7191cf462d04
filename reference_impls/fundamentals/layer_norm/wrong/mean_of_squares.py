# slip: one-pass-variance
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    n = x.shape[-1]
    s1, s2 = x.sum(-1, keepdim=True) / n, (x * x).sum(-1, keepdim=True) / n
    return (x - s1) * torch.rsqrt(s2 - s1 * s1 + eps) * gamma + beta
