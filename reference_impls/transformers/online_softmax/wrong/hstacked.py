# slip: none
import torch


def online_softmax_stats(blocks):
    s = torch.hstack([b.movedim(-1, 1) if b.dim() > 1 else b for b in blocks])
    s = s.movedim(1, -1) if s.dim() > 1 else s
    m = s.amax(-1)
    return m, torch.exp(s - m[..., None]).sum(-1)
