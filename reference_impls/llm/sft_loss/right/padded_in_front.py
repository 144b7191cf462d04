import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    B, T, V = logits.shape
    prev = F.pad(logits, (0, 0, 1, 0))[:, :T]
    mask = response_mask.to(torch.float64).clone()
    mask[:, 0] = 0
    lse = torch.logsumexp(prev, -1)
    tok = prev.gather(-1, labels.unsqueeze(-1)).squeeze(-1)
    return (((lse - tok) * mask).sum() / mask.sum().clamp(min=1.0)).to(logits.dtype)
