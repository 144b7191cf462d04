# slip: advantages-centred
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    adv = advantages - torch.mean(advantages)
    ratio = torch.exp(logp - logp_old)
    return torch.max(-adv * ratio, -adv * ratio.clamp(1 - clip, 1 + clip)).mean()
