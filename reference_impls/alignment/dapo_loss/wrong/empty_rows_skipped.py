# slip: averaged-over-sequences-with-tokens
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    keep = mask.sum(1) > 0
    logp, logp_old, advantages, mask = logp[keep], logp_old[keep], advantages[keep], mask[keep]
    r = torch.exp(logp - logp_old)
    A = advantages.view(-1, 1)
    gain = torch.min(r * A, r.clamp(1 - clip_low, 1 + clip_high) * A)
    return -((gain * mask).sum(1) / mask.sum(1)).mean()
