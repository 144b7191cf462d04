import torch


def softmax(x, dim=-1):
    y = x.clone()
    y -= y.amax(dim=dim, keepdim=True).detach()
    y = y.exp_()
    return y / torch.einsum("...i->...", y.movedim(dim, -1)).unsqueeze(dim if dim >= 0 else x.ndim + dim)
