# slip: penalty-sign
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    ratio = (logp - logp_old).exp()
    A = advantages.unsqueeze(1)
    loss = -torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A)
    d = logp_ref - logp
    loss = loss - beta * (d.exp() - d - 1)
    return ((loss * mask).sum(1) / mask.sum(1)).mean()
