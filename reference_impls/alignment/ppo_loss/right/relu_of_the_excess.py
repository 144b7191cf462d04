import torch
import torch.nn.functional as F


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = (logp - logp_old).exp()
    lim = 1 + clip * torch.sign(advantages)
    gain = r * advantages
    return -(gain - F.relu(gain - lim * advantages)).mean()
