import torch


def pass_at_k(n, c, k):
    if n - c < k:
        return torch.tensor(1.0)
    i = torch.arange(n - c + 1, n + 1, dtype=torch.float32)
    return 1 - torch.prod((i - k) / i)
