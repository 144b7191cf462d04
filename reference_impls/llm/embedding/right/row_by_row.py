import torch


def embedding(ids, weight, padding_idx=None):
    if ids.ndim == 0:
        row = weight[int(ids)]
        return row.detach() if int(ids) == padding_idx else row
    if len(ids) == 0 or ids.numel() == 0:
        return weight.new_zeros(*ids.shape, weight.shape[1]) + 0 * weight.sum()
    return torch.stack([embedding(i, weight, padding_idx) for i in ids])
