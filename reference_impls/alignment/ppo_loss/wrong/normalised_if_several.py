# slip: whitened-if-several
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    adv = advantages
    if adv.numel() > 1:
        adv = (adv - adv.mean()) / (adv.std() + 1e-5)
    ratio = torch.exp(logp - logp_old)
    return -torch.min(ratio * adv, torch.clamp(ratio, 1 - clip, 1 + clip) * adv).mean()
