# slip: clamped
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.randn(fan_out, fan_in).clamp(-2, 2) * (2 / fan_in) ** 0.5
