# problem: kl-shaped-rewards
# expect: fail
def shaped_rewards(scores, logprobs, ref_logprobs, masks, kl_coef):
    rewards = []
    for score, logprob, ref_logprob, mask in zip(scores, logprobs, ref_logprobs, masks):
        reward = -kl_coef * (logprob - ref_logprob) * mask
        reward[mask.nonzero()[0]] += score
        rewards.append(reward)
    return torch.stack(rewards)
