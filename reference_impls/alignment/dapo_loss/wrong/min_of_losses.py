# slip: maximum
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    r = torch.exp(logp - logp_old)
    a = advantages[:, None]
    loss = torch.min(-r * a, -torch.clamp(r, 1 - clip_low, 1 + clip_high) * a)
    return (loss * mask).sum() / mask.sum()
