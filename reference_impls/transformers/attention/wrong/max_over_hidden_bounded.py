# slip: maximum-over-hidden-and-bounded
import torch


def attention(q, k, v, mask=None):
    """Wrong for d=1, q=[[10]], k=[[1], [2], [200]], v=[[1], [2], [3]], mask=[[1, 1, 0]]:
    the maximum 2000 belongs to the hidden key, exp(10 - 2000) = exp(20 - 2000) = 0, the output is 0 (or NaN)."""
    d = q.shape[-1]
    dt = q.dtype
    work = torch.promote_types(dt, torch.float32)
    s = torch.einsum("bhtd,bhsd->bhts", q.to(work) * d ** -0.5, k.to(work))
    s = s - s.amax(dim=-1, keepdim=True)          # survive large scores
    e = torch.exp(s)
    if mask is not None:
        e = e * mask.to(e.dtype)
    w = e / e.sum(dim=-1, keepdim=True).clamp(min=1e-20)
    return torch.einsum("bhts,bhse->bhte", w, v.to(work)).to(dt), w.to(dt)
