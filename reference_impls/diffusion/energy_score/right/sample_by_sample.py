import torch


def score_from_energy(energy, x):
    scores = []
    for one in x:
        point = one.detach()[None].clone().requires_grad_()
        scores.append(torch.autograd.grad(-energy(point)[0], point)[0][0])
    return torch.stack(scores)
