# problem: dapo-loss
# says: Actor.compute_loss is graded as dapo_loss
class Actor:
    def __init__(self, config):
        self.config = config
    def compute_loss(self, old_log_prob, log_prob, advantages, response_mask):
        c = self.config
        ratio = torch.exp(log_prob - old_log_prob)
        adv = advantages.unsqueeze(1)
        loss = torch.maximum(-adv * ratio, -adv * ratio.clamp(1 - c.algo.clip_low, 1 + c.algo.clip_high))
        return (loss * response_mask).sum() / response_mask.sum()
