import torch


def score_from_energy(energy, x):
    leaf = torch.empty_like(x)
    leaf.copy_(x.detach())
    leaf.requires_grad = True
    energy(leaf).sum().backward(inputs=[leaf])
    return leaf.grad.neg()
