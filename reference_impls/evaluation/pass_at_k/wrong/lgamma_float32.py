# slip: narrow-logarithms
import torch


def pass_at_k(n, c, k):
    if n - c < k:
        return 1.0
    f = lambda m: torch.lgamma(torch.tensor(float(m + 1)))
    return 1 - torch.exp(f(n - c) + f(n - k) - f(n - c - k) - f(n)).item()
