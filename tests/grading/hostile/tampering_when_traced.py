# expect: forbidden, fail, error, crashed
# family: tampering
# attempts: to hide a forbidden function from the trace, by leaving the mode that records it
# stopped by: source, protocol
import torch
from torch.overrides import _get_current_function_mode_stack


def attention(q, k, v, mask=None):
    modes = _get_current_function_mode_stack()
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    if modes:
        modes[-1].operators = None
    p = (scores - scores.amax(-1, keepdim=True)).exp()
    p = p / p.sum(-1, keepdim=True)
    return p @ v, p
