# slip: mask-ignored
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    ratio = (logp - logp_old).exp()
    adv = advantages.unsqueeze(1)
    policy = torch.minimum(ratio * adv, ratio.clamp(1 - clip, 1 + clip) * adv)
    kl = (logp_ref - logp).exp() - (logp_ref - logp) - 1
    return -(policy - beta * kl).mean(dim=1).mean()
