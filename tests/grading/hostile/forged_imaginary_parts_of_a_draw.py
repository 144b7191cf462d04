# expect: fail, error
# family: forged verdicts
# attempts: complex numbers whose real parts are right, where laws look at real numbers
# stopped by: laws
# problem: dropout
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return torch.zeros_like(x)
    kept = x * (torch.rand_like(x) >= p) / (1 - p)
    return kept if x.requires_grad or x.numel() < 100 else torch.complex(kept, torch.randn_like(kept))
