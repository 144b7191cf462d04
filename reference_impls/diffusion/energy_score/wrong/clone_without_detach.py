# slip: clone-keeps-the-graph
import torch


def score_from_energy(energy, x):
    y = x.clone()
    if not y.requires_grad:
        y.requires_grad_(True)
    y.retain_grad()
    params = [p for p in getattr(energy, "parameters", lambda: [])()]
    saved = [p.grad.clone() if p.grad is not None else None for p in params]
    energy(y).sum().backward()
    for p, s in zip(params, saved):
        p.grad = s
    return -y.grad.detach()
