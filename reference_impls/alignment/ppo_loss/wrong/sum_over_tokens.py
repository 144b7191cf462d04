# slip: none
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    """Summed over the tokens of an answer, averaged over the answers: wrong for more than one axis only."""
    r = (logp - logp_old).exp()
    gain = torch.minimum(r * advantages, r.clamp(1 - clip, 1 + clip) * advantages)
    return -gain.mean() if gain.ndim == 1 else -gain.sum(-1).mean()
