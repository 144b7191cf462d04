# slip: truncated
import torch


def kaiming_normal(fan_out, fan_in):
    z = torch.randn(fan_out, fan_in)
    while (z.abs() > 2).any():
        z = torch.where(z.abs() > 2, torch.randn_like(z), z)
    return z * (2 / fan_in) ** 0.5
