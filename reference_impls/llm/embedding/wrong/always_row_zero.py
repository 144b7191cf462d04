# slip: row-zero-frozen
import torch


def embedding(ids, weight, padding_idx=None):
    out = weight[ids]
    if padding_idx is not None:
        out = torch.where((ids == 0)[..., None], out.detach(), out)
    return out
