# slip: distance-at-least-1e-6
"""Fails: a = 0, p = [1e-8, 0], n = [1, 0], margin = 1: grad of p is 0 instead of [1, 0]."""
import torch


def euclidean(x, y):
    return torch.sum((x - y) ** 2, dim=-1).clamp(min=1e-12).sqrt()


def triplet_loss(a, p, n, margin=1.0):
    losses = torch.relu(euclidean(a, p) - euclidean(a, n) + margin)
    return losses.mean()
