import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    B, L = tokens.shape
    n = max(0, math.floor(L * math.cos(0.5 * math.pi * (step + 1) / steps)))
    score = logits.amax(-1) - logits.logsumexp(-1)
    score = torch.where(tokens.eq(mask_id), score, torch.full_like(score, torch.inf))
    out = torch.where(tokens.eq(mask_id), logits.argmax(-1), tokens)
    if n:
        out.scatter_(1, score.topk(n, dim=1, largest=False).indices, mask_id)
    return out
