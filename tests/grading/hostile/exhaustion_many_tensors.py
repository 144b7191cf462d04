# expect: error, fail, timeout
# family: exhaustion
# attempts: twenty thousand tensors in one result
# stopped by: protocol
# timeout: 0.5
import torch


def attention(q, k, v, mask=None):
    return [torch.ones(()) for _ in range(20_000)], v
