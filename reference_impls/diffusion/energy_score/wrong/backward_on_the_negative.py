# slip: parameters-get-negative-gradients
import torch


def score_from_energy(energy, x):
    sample = x.detach().clone().requires_grad_(True)
    loss = -energy(sample).sum()
    loss.backward()
    return sample.grad.clone()
