# problem: kl-shaped-rewards
# expect: fail
from . import AdaptiveController, BaseTrainer


class PolicyTrainer(BaseTrainer):
    def shaped_rewards(self, scores, logprobs, ref_logprobs, masks):
        rewards, penalties = [], []
        for score, logprob, ref_logprob, mask in zip(scores, logprobs, ref_logprobs, masks):
            penalty = self.kl_ctl.value * self._penalty(logprob, ref_logprob) * mask
            penalties.append(penalty)
            reward = penalty.clone()
            reward[mask.nonzero()[-1]] += score
            rewards.append(reward)
        return torch.stack(rewards), torch.stack(penalties)

    def _penalty(self, logprob, ref_logprob):
        if self.config.kl_penalty == "kl":
            return logprob - ref_logprob
        if self.config.kl_penalty == "abs":
            return (logprob - ref_logprob).abs()
        raise NotImplementedError
