# slip: penalty-sign
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    r = -beta * (logp_ref - logp) * mask
    for i in range(len(r)):
        r[i, torch.nonzero(mask[i])[-1, 0]] += score[i]
    return r
