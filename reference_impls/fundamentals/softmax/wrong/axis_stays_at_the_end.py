# slip: axis-moved-to-the-end
import torch


def softmax(x, dim=-1):
    x = x.transpose(dim, -1) if x.ndim == 2 else x.movedim(dim, -1)
    m = x.max(-1, keepdim=True)[0]
    e = torch.exp(x - m)
    return e / e.sum(-1, keepdim=True)
