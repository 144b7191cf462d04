# problem: dapo-loss
# says: Learner.loss is graded as dapo_loss
class Learner:
    def __init__(self, args):
        self.args = args
    def loss(self, log_probs, old_log_probs, advantages, loss_mask):
        ratio = (log_probs - old_log_probs).exp()
        a = advantages.unsqueeze(-1)
        clipped = ratio.clamp(1.0 - self.args.eps_clip, 1.0 + self.args.eps_clip_high)
        per_token = torch.max(-ratio * a, -clipped * a)
        n = loss_mask.sum()
        return (per_token * loss_mask).sum() / n, ((clipped != ratio) * loss_mask).sum() / n
