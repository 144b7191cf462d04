# slip: shape-flattened
import torch


def embedding(ids, weight, padding_idx=None):
    out = weight[ids.reshape(-1)]
    if padding_idx is not None:
        out = torch.where((ids.reshape(-1) == padding_idx)[:, None], out.detach(), out)
    return out
