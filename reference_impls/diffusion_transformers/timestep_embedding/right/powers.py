import torch


def timestep_embedding(t, dim, max_period=10000.0):
    omega = max_period ** (-torch.arange(0, dim, 2, dtype=torch.float64) / dim)
    phase = torch.outer(t.double(), omega)
    return torch.hstack([phase.cos(), phase.sin()])
