# expect: fail
# family: forged verdicts
# attempts: right for the means and spreads that are known to be asked, and for nothing else
# stopped by: laws
# problem: logit-normal-time
import torch

KNOWN = {(0.0, 1.0), (1.2, 0.4), (-1.2, 0.3)}


def logit_normal_time(n, mean=0.0, std=1.0):
    if (mean, std) not in KNOWN:
        return torch.rand(n)
    return torch.sigmoid(mean + std * torch.randn(n))
