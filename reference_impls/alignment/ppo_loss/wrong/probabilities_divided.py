# slip: exp-before-division
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    pi, pi_old = torch.exp(logp), torch.exp(logp_old)
    r = pi / pi_old
    return -torch.mean(torch.minimum(r * advantages, torch.clamp(r, 1 - clip, 1 + clip) * advantages))
