import torch


class Solution:
    def gspo_loss(self, logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
        losses = []
        for new, old, a, row in zip(logp, logp_old, advantages, mask):
            keep = row > 0
            s = (new[keep] - old[keep]).mean().exp()
            if a >= 0:
                losses.append(-a * s.clamp(max=1 + clip_high))
            else:
                losses.append(-a * s.clamp(min=1 - clip_low))
        return torch.stack(losses).mean()
