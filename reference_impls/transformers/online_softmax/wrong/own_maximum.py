# slip: guarded-at-the-start-alone
import torch


def online_softmax_stats(blocks):
    m, l = None, None
    for b in blocks:
        mb = b.amax(-1)
        lb = torch.exp(b - mb.unsqueeze(-1)).sum(-1)
        if m is None:
            m, l = torch.full_like(mb, -torch.inf), torch.zeros_like(lb)
        new = torch.maximum(m, mb)
        ref = torch.where(new == -torch.inf, 0.0, new)
        l = l * torch.exp(m - ref) + lb * torch.exp(mb - ref)
        m = new
    return m, l
