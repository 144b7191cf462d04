# slip: score-in-place-of-the-penalty
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    r = -beta * (logp - logp_ref) * mask
    for i in range(len(r)):
        r[i, torch.nonzero(mask[i])[-1, 0]] = score[i]
    return r
