# slip: position-from-the-length
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    r = -beta * (logp - logp_ref) * mask
    end = mask.sum(1).long() - 1
    r[torch.arange(r.size(0)), end] += score
    return r
