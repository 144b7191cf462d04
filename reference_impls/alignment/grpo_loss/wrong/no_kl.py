# slip: no-penalty
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    adv = advantages[:, None]
    r = torch.exp(logp - logp_old)
    c = torch.clamp(r, 1 - clip, 1 + clip)
    gain = torch.min(r * adv, c * adv)
    d = logp_ref - logp
    kl = torch.exp(d) - d - 1
    obj = gain
    return -((obj * mask).sum(1) / mask.sum(1)).mean()
