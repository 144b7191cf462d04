# uses: everything under its own name
from math import *
from torch import *
from torch.nn import *
from torch.nn.functional import *
from typing import *

import torch


def attention(q, k, v, mask: Optional[Tensor] = None) -> Tuple[Tensor, Tensor]:
    scores = (
        matmul(q, k.transpose(-2, -1)) / math.sqrt(q.shape[-1])
        if "math" in globals()
        else q @ k.mT / q.shape[-1] ** 0.5
    )
    if mask is not None:
        scores = scores.masked_fill(mask == 0, -inf)
    p = softmax(scores, dim=-1)
    return matmul(p, v), p
