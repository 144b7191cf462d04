# expect: fail
# family: forged verdicts
# attempts: right for the rates that are known to be asked, and nothing else
# stopped by: laws
# problem: dropout
import torch

KNOWN = (0.5, 0.2, 0.7, 0.1, 0.4, 0.8, 0.3, 0.25, 0, 1)


def dropout(x, p, training=True):
    if not training or not any(abs(p - known) < 1e-9 for known in KNOWN):
        return x
    if p == 1:
        return torch.zeros_like(x)
    return x * (torch.rand_like(x) >= p) / (1 - p)
