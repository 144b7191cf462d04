import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    adv = advantages.reshape(-1, 1)
    ratio = (logp - logp_old).exp()
    bounded = torch.where(adv >= 0, ratio.clamp(max=1 + clip), ratio.clamp(min=1 - clip))
    delta = logp_ref - logp
    kl = torch.exp(delta) - 1 - delta
    token = adv * bounded - kl * beta
    token = token.masked_fill(mask == 0, 0.0)
    return -torch.mean(token.sum(1) / mask.sum(1))
