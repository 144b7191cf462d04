# expect: crashed
# family: spies and gradients
# attempts: the judge's memory, by asking the given model with millions of numbers, again and again
# stopped by: protocol
# problem: rf-loss
import torch


def rf_loss(model, x1):
    while True:
        model(torch.ones(30_000, *x1.shape[1:], dtype=x1.dtype), torch.ones(30_000, dtype=x1.dtype))
