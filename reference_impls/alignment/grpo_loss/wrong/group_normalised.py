# slip: normalised-again
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    advantages = (advantages - advantages.mean()) / (advantages.std(unbiased=False) + 1e-8)
    r = torch.exp(logp - logp_old)
    A = advantages[:, None]
    gain = torch.min(r * A, r.clamp(1 - clip, 1 + clip) * A)
    d = logp_ref - logp
    obj = gain - beta * (torch.exp(d) - d - 1)
    return -((obj * mask).sum(-1) / mask.sum(-1)).mean()
