# slip: sign
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    ratio = torch.exp(logp - logp_old)
    adv = advantages[:, None]
    objective = torch.min(ratio * adv, torch.clamp(ratio, 1 - clip_low, 1 + clip_high) * adv)
    return (objective * mask).sum() / mask.sum()
