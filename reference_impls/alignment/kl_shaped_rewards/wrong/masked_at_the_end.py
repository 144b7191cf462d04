# slip: score-at-the-last-position-or-lost
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    kl = logp - logp_ref
    r = -beta * kl
    r[:, -1] = r[:, -1] + score
    return torch.where(mask.bool(), r, 0.0)
