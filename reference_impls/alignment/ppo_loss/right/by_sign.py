import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    """A > 0: the ratio is capped from above; A < 0: from below."""
    r = (logp - logp_old).exp()
    bounded = torch.where(advantages >= 0, r.clamp(max=1 + clip), r.clamp(min=1 - clip))
    return -(bounded * advantages).mean()
