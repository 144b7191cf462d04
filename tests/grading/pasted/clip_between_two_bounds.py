# problem: ppo-loss
class PolicyLoss(nn.Module):
    def __init__(self, clip_eps_low: float = 0.2, clip_eps_high: float = 0.2):
        super().__init__()
        self.low, self.high = clip_eps_low, clip_eps_high

    def forward(self, log_probs, old_log_probs, advantages):
        ratio = (log_probs - old_log_probs).exp()
        cut = ratio.clamp(1 - self.low, 1 + self.high)
        return -torch.min(ratio * advantages, cut * advantages).mean()
