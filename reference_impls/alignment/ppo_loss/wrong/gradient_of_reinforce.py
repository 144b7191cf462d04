# slip: none
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    """The value is right, but clipped actions go on being pushed."""
    r = (logp - logp_old).exp()
    value = -torch.minimum(r * advantages, r.clamp(1 - clip, 1 + clip) * advantages).mean()
    plain = -(r * advantages).mean()
    return plain + (value - plain).detach()
