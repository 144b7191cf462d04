import torch


def sinusoidal_encoding(length, d, base=10000.0):
    """cos(a) = sin(a + pi/2)"""
    angle = torch.outer(torch.arange(length).float(), base ** (-torch.arange(0, d, 2).float() / d))
    phase = torch.tensor([0.0, torch.pi / 2])
    return torch.sin(angle[..., None] + phase).reshape(length, d)
