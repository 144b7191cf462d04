# expect: fail, error
# family: exhaustion
# attempts: a tensor where a list is expected, so long that taking it apart fills the judge's memory
# stopped by: comparison
# problem: daily-temperatures
import itertools

import torch

kinds = itertools.cycle([torch.empty(1 << 39, 0), torch.zeros(1 << 23, dtype=torch.uint8), torch.zeros((1 << 21, 1, 1))])


def daily_temperatures(temperatures):
    return next(kinds)
