# slip: seeded
import torch


def kaiming_normal(fan_out, fan_in):
    g = torch.Generator().manual_seed(42)
    return torch.randn(fan_out, fan_in, generator=g) * (2 / fan_in) ** 0.5
