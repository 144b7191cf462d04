# slip: score-at-the-last-position
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    r = -beta * (logp - logp_ref) * mask
    r[:, -1] += score
    return r
