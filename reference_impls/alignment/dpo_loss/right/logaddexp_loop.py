import torch


class Solution:
    def dpo_loss(self, pol_w, pol_l, ref_w, ref_l, beta=0.1):
        losses = []
        for pw, pl, rw, rl in zip(pol_w, pol_l, ref_w, ref_l):
            reward_w = beta * (pw - rw.detach())
            reward_l = beta * (pl - rl.detach())
            losses.append(torch.logaddexp(torch.zeros_like(reward_w), reward_l - reward_w))
        return torch.stack(losses).mean()
