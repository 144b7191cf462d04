# slip: graph-kept
import torch


def score_from_energy(energy, x):
    x = x.detach().clone().requires_grad_()
    return -torch.autograd.grad(energy(x).sum(), x, create_graph=True)[0]
