# slip: fraction-of-the-largest
import torch


def magnitude_prune(weight, fraction):
    return torch.where(weight.abs() < fraction * weight.abs().max(), 0.0, weight)
