# slip: density-differentiated
import torch


def score_from_energy(energy, x):
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(torch.exp(-energy(x)).sum(), x)[0]
