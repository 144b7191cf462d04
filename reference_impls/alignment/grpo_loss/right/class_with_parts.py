from dataclasses import dataclass

import torch


@dataclass
class GRPO:
    clip: float
    beta: float

    def surrogate(self, log_ratio, advantage):
        r = log_ratio.exp()
        stacked = torch.stack([r, r.clamp(1 - self.clip, 1 + self.clip)]) * advantage
        return stacked.amin(dim=0)

    def penalty(self, logp, logp_ref):
        x = logp_ref - logp
        return x.exp() - x - 1

    def __call__(self, logp, logp_old, logp_ref, advantages, mask):
        total = self.surrogate(logp - logp_old, advantages.view(-1, 1)) - self.beta * self.penalty(logp, logp_ref)
        weights = mask / mask.sum(dim=1, keepdim=True)
        return -(total * weights).sum() / mask.shape[0]


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    return GRPO(clip, beta)(logp, logp_old, logp_ref, advantages, mask)
