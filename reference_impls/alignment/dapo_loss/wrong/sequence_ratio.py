# slip: mean-ratio-for-each-answer
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    n = mask.sum(1).clamp(min=1)
    ratio = (((logp - logp_old) * mask).sum(1) / n).exp()[:, None]
    adv = advantages[:, None]
    gain = torch.min(ratio * adv, torch.clamp(ratio, 1 - clip_low, 1 + clip_high) * adv)
    return -(gain * mask).sum() / mask.sum()
