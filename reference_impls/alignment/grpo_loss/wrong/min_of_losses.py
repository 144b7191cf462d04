# slip: maximum
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    r = torch.exp(logp - logp_old)
    A = advantages[:, None]
    loss = torch.min(-r * A, -r.clamp(1 - clip, 1 + clip) * A)
    d = logp_ref - logp
    loss = loss + beta * (torch.exp(d) - d - 1)
    return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
