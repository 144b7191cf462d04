# problem: ppo-loss
# expect: fail
from dataclasses import dataclass
import torch
@dataclass
class PPOConfig:
    clip: float = 0.2
    @property
    def clip_low(self): return self.clip ** 2
    @property
    def clip_high(self): return self.clip * 2
def policy_loss(logp, old_logp, advantages, cfg: PPOConfig):
    r = (logp - old_logp).exp()
    return -torch.min(r * advantages, r.clamp(1 - cfg.clip_low, 1 + cfg.clip_high) * advantages).mean()
