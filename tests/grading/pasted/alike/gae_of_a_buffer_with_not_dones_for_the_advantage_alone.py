# problem: gae
# expect: fail
# says: not the next value
class RolloutBuffer:
    def __init__(self, gamma=0.99, gae_lambda=0.95):
        self.gamma, self.gae_lambda = gamma, gae_lambda
    def compute_returns(self, rewards, value_preds, not_dones):
        gae = 0
        adv = torch.zeros_like(rewards)
        for step in reversed(range(rewards.shape[0])):
            delta = rewards[step] + self.gamma * value_preds[step + 1] - value_preds[step]
            gae = delta + self.gamma * self.gae_lambda * not_dones[step] * gae
            adv[step] = gae
        return adv, adv + value_preds[:-1]
