# slip: scores-clamped
import torch


def attention(q, k, v, mask=None):
    """Wrong for d=1, q=[[10]], k=[[10], [20]], v=[[0], [1]] (scores 100 and 200): returns 0.5, right is 1. Right for scores within +-50."""
    dt = q.dtype
    q, k, v = q.double(), k.double(), v.double()
    scores = (q @ k.transpose(2, 3)) * q.shape[-1] ** -0.5
    scores = scores.clamp(-50.0, 50.0)           # exp stays finite
    e = scores.exp()
    if mask is not None:
        e = torch.where(mask.bool(), e, torch.zeros_like(e))
    weights = e / e.sum(-1, keepdim=True)
    return (weights @ v).to(dt), weights.to(dt)
