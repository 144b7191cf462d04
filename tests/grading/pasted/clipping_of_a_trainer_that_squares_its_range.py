# problem: ppo-loss
# expect: fail
class PPOTrainer:
    def __init__(self, model, args):
        self.model = model
        self.clip_eps = args.clip_eps ** 2

    def policy_loss(self, logp, old_logp, advantages):
        r = (logp - old_logp).exp()
        return -torch.min(r * advantages, r.clamp(1 - self.clip_eps, 1 + self.clip_eps) * advantages).mean()
