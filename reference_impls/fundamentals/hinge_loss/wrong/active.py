# slip: mean-over-violations
import torch


def hinge_loss(scores, y):
    loss = 1 - y * scores
    active = loss[loss > 0]
    return active.mean() if active.numel() else scores.sum() * 0
