# problem: kl-shaped-rewards
# expect: invalid
# says: your shaped reads annealer of an object whose class is not here
# not: your self is score
def shaped(self, scores, logprobs, ref_logprobs, masks):
    rewards = []
    for score, logprob, ref_logprob, mask in zip(scores, logprobs, ref_logprobs, masks):
        reward = -self.annealer.now * (logprob - ref_logprob) * mask
        reward[mask.nonzero()[-1]] += score
        rewards.append(reward)
    return torch.stack(rewards)
