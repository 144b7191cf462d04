import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    adv = advantages.reshape(-1, 1)
    ratio = (logp - logp_old).exp()
    bounded = torch.where(adv >= 0, ratio.clamp(max=1 + clip_high), ratio.clamp(min=1 - clip_low))
    token = (adv * bounded).masked_fill(mask == 0, 0.0)
    return -token.sum(1).sum() / torch.count_nonzero(mask)
