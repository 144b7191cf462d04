# slip: parameters-frozen
import torch


def score_from_energy(energy, x):
    if hasattr(energy, "parameters"):
        for p in energy.parameters():
            p.requires_grad_(False)
    y = x.detach().clone().requires_grad_(True)
    with torch.enable_grad():
        g = torch.autograd.grad(-energy(y).sum(), y)[0]
    return g
