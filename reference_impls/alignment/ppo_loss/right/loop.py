import torch


class Solution:
    def ppo_loss(self, logp, logp_old, advantages, clip=0.2):
        total = 0
        for new, old, a in zip(logp.flatten(), logp_old.flatten(), advantages.flatten()):
            r = torch.exp(new - old)
            c = min(max(r, 1 - clip), 1 + clip)
            total = total + min(r * a, c * a)
        return -total / logp.numel()
