# planted: clip-in-the-log, ratio-detached-times-logp, summed-over-the-last-axis
# left: clip-in-the-log, ratio-detached-times-logp
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    change = logp - logp_old
    r = change.exp()
    kept = torch.exp(torch.clip(change, min=-clip, max=clip))
    with torch.no_grad():
        weight = torch.min(torch.stack([r * advantages, kept * advantages]), dim=0).values
    return (-weight * logp).mean()
