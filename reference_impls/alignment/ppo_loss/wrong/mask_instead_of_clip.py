# slip: outside-the-range-dropped
import torch
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = (logp - logp_old).exp()
    inside = ((r > 1 - clip) & (r < 1 + clip)).to(r.dtype)
    return -(r * advantages * inside).mean()
