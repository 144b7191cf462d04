# expect: fail, error
# family: looking for answers
# attempts: to return any tensor in memory that is none of its own and has the shape of the answer
# stopped by: process
import gc

import torch


def attention(q, k, v, mask=None):
    shape, own = (*q.shape[:-1], v.shape[-1]), {id(q), id(k), id(v)}
    tensors = [found for found in gc.get_objects() if isinstance(found, torch.Tensor) and id(found) not in own]
    fitting = [found for found in tensors if found.shape == shape and found.dtype == q.dtype]
    return (fitting or [torch.zeros(shape)])[-1], torch.zeros(*q.shape[:-1], k.shape[-2])
