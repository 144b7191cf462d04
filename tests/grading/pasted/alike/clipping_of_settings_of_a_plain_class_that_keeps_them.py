# problem: ppo-loss
# says: given in your args: clip_eps
import torch
class Args:
    def __init__(self, clip_eps=0.2):
        self.clip_eps = clip_eps
class PolicyLoss:
    def __init__(self, args: Args):
        self.args = args
    def __call__(self, logp, old_logp, advantages):
        r = (logp - old_logp).exp()
        e = self.args.clip_eps
        return -torch.min(r * advantages, r.clamp(1 - e, 1 + e) * advantages).mean()
