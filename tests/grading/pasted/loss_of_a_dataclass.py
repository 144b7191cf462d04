# problem: ppo-loss
# says: your code returns a Losses: its loss is graded
from dataclasses import dataclass


@dataclass
class Losses:
    clipped: torch.Tensor
    loss: torch.Tensor


def policy_losses(logp, logp_old, advantages, clip=0.2):
    ratio = torch.exp(logp - logp_old)
    clamped = ratio.clamp(1 - clip, 1 + clip)
    gain = torch.min(ratio * advantages, clamped * advantages)
    return Losses(clipped=(clamped != ratio).float().mean(), loss=-gain.mean())
