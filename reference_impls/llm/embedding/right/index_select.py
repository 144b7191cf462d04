import torch


def embedding(ids, weight, padding_idx=None):
    out = weight.index_select(0, ids.reshape(-1).to(torch.int64)).reshape(*ids.shape, weight.shape[1])
    if padding_idx is not None:
        pad = (ids == padding_idx).unsqueeze(-1)
        out = torch.where(pad, out.detach(), out)
    return out
