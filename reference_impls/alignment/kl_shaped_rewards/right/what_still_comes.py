import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    """The last one is the only response token with none after it."""
    from_here = mask.flip(1).cumsum(1).flip(1)
    is_last = (from_here == 1) & (mask == 1)
    return -beta * (logp - logp_ref) * mask + is_last * score[:, None]
