# expect: fail
# family: exhaustion
# attempts: tensors of more axes, or longer ones, than the judge reads
# stopped by: comparison
# problem: relu
import torch

calls = 0


def relu(x):
    global calls
    calls += 1
    return x.reshape((1,) * 60 + tuple(x.shape)) if calls % 2 else torch.empty((0, 1 << 61))
