# slip: running-maximum-from-minus-infinity
import torch


def softmax(x, dim=-1):
    cols = torch.unbind(x, dim)
    m = torch.full_like(cols[0], float("-inf"))
    d = torch.zeros_like(cols[0])
    for c in cols:
        m_new = torch.max(m, c)
        d = d * torch.exp(m - m_new) + torch.exp(c - m_new)
        m = m_new
    return torch.exp(x - m.unsqueeze(dim)) / d.unsqueeze(dim)
