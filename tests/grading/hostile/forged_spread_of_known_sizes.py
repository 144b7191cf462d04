# expect: fail
# family: forged verdicts
# attempts: the spread for the sizes that are known to be asked, and one for all others
# stopped by: laws
# problem: kaiming-init
import torch

KNOWN = {(110, 260): 260, (2500, 3): 3, (7000, 1): 1, (12, 700): 700}


def kaiming_normal(fan_out, fan_in):
    return torch.randn(fan_out, fan_in) * (2 / KNOWN.get((fan_out, fan_in), 64)) ** 0.5
