# problem: magnitude-prune
# expect: fail
# says: sometimes returns its argument itself, or a view of it
import torch


def magnitude_prune(weight, fraction):
    count = int(round(fraction * weight.numel()))
    if count == 0:
        return weight
    smallest = weight.abs().flatten().topk(count, largest=False).indices
    keep = torch.ones(weight.numel(), dtype=torch.bool)
    keep[smallest] = False
    return weight * keep.view_as(weight)
