import torch
def attention(q, k, v, mask=None):
    s = (q.unsqueeze(3) * k.unsqueeze(2)).sum(-1) / q.shape[-1] ** 0.5
    if mask is not None: s = s.masked_fill(~mask.to(torch.bool), -torch.inf)
    p = torch.nn.functional.softmax(s, -1)
    return (p.unsqueeze(-1) * v.unsqueeze(2)).sum(3), p
