# slip: diagonal-hidden
import torch


def causal_attention(q, k, v):
    t, s = q.shape[2], k.shape[2]
    allowed = torch.arange(s)[None, :] < torch.arange(t)[:, None] + (s - t)
    scores = (q @ k.mT) / q.shape[-1] ** 0.5
    return torch.softmax(torch.where(allowed, scores, torch.tensor(float("-inf"), dtype=q.dtype)), -1) @ v
