# expect: fail
# family: exhaustion
# attempts: to send a view of one number that claims a trillion, and others that own no memory to send
# stopped by: protocol
import itertools

import torch

views = itertools.cycle(
    [torch.zeros(()).expand(10**6, 10**6), torch.empty(10**9, device="meta"), torch.eye(4).to_sparse(), torch.empty(1 << 39, 0)]
)


def attention(q, k, v, mask=None):
    return next(views), v
