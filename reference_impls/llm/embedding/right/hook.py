import torch


def embedding(ids, weight, padding_idx=None):
    table = weight * 1
    if padding_idx is not None and table.requires_grad:
        mask = torch.ones(len(weight), 1, dtype=weight.dtype)
        mask[padding_idx] = 0
        table.register_hook(lambda g: g * mask)
    return torch.gather(table, 0, ids.long().reshape(-1, 1).expand(-1, weight.shape[1])).reshape(*ids.shape, -1) if ids.numel() else table[ids.long()]
