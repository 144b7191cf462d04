# slip: mean-ratio-for-each-answer
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    n = mask.sum(1)
    s = (((logp - logp_old) * mask).sum(1) / n).exp()
    gain = torch.min(s * advantages, s.clamp(1 - clip, 1 + clip) * advantages)
    d = logp_ref - logp
    kl = ((d.exp() - d - 1) * mask).sum(1) / n
    return -(gain - beta * kl).mean()
