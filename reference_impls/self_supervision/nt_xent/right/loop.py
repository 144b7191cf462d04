import torch


def nt_xent(z1, z2, tau=0.5):
    z = [v / v.norm() for v in [*z1, *z2]]
    n = len(z1)
    total = 0.0
    for i in range(2 * n):
        j = i + n if i < n else i - n
        others = torch.stack([z[i] @ z[k] / tau for k in range(2 * n) if k != i])
        total = total + torch.logsumexp(others, 0) - z[i] @ z[j] / tau
    return total / (2 * n)
