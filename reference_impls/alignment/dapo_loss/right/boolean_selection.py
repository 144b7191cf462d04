import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    keep = mask.bool()
    adv = advantages[:, None].expand_as(logp)[keep]
    ratio = (logp[keep] - logp_old[keep].detach()).exp()
    return torch.maximum(-adv * ratio, -adv * torch.clip(ratio, 1.0 - clip_low, 1.0 + clip_high)).mean()
