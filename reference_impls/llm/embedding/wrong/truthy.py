# slip: zero-is-no-padding
import torch


def embedding(ids, weight, padding_idx=None):
    out = weight[ids]
    if padding_idx:
        out = torch.where((ids == padding_idx)[..., None], out.detach(), out)
    return out
