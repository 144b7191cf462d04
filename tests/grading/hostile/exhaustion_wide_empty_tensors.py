# expect: fail, error
# family: exhaustion
# attempts: tensors of half a trillion rows that hold nothing, which whoever takes them apart makes as many objects of
# stopped by: comparison
# problem: edit-distance
import itertools

import torch

kinds = itertools.cycle(
    [torch.empty(1 << 39, 0), torch.empty(0, 1 << 39), torch.zeros(1 << 22, dtype=torch.bool), torch.empty(1 << 33, 0, 9)]
)


def edit_distance(a, b):
    return next(kinds)
