import torch


def srgb_to_linear(v):
    v = torch.as_tensor(v)
    low = v / 12.92
    high = torch.pow((v.clamp(min=0.04045) + 0.055) / 1.055, 2.4)
    return torch.where(v <= 0.04045, low, high)
