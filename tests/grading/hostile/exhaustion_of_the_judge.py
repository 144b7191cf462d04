# expect: timeout, fail, error
# family: exhaustion
# attempts: a tensor of millions of numbers, for a problem whose own code walks through the answer one by one
# stopped by: process
# problem: top-k-frequent
# timeout: 0.5
import torch


def top_k_frequent(nums, k):
    return torch.zeros(1 << 18, dtype=torch.uint8)
