import torch


def softmax(x, dim=-1):
    low = torch.finfo(x.dtype).min
    xs = x.unbind(dim)
    m = torch.full_like(xs[0], low)
    s = torch.zeros_like(m)
    for v in xs:
        new = torch.maximum(m, v).detach()
        s = s * torch.exp(m - new) + torch.exp(v - new)
        m = new
    return torch.exp(x - m.unsqueeze(dim)) / s.unsqueeze(dim)
