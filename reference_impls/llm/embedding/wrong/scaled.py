# slip: scaled-by-root-d
import math
import torch


def embedding(ids, weight, padding_idx=None):
    out = weight[ids]
    if padding_idx is not None:
        out = torch.where((ids == padding_idx)[..., None], out.detach(), out)
    return out * math.sqrt(weight.shape[-1])
