# slip: not-rescaled
import torch


def online_softmax_stats(blocks):
    m = l = None
    for b in blocks:
        top = b.amax(-1)
        m = top if m is None else torch.maximum(m, top)
        safe = torch.where(torch.isinf(m), torch.zeros_like(m), m)
        part = torch.exp(b - safe[..., None]).sum(-1)
        l = part if l is None else l + part
    return m, l
