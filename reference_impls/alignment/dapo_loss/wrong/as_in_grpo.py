# slip: averaged-by-sequence
import torch


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    r = torch.exp(logp - logp_old)
    A = advantages.unsqueeze(1)
    loss = -torch.minimum(r * A, r.clamp(1 - clip_low, 1 + clip_high) * A) * mask
    per_sequence = loss.sum(1) / mask.sum(1).clamp(min=1.0)
    return per_sequence.mean()
