# problem: kl-shaped-rewards
# not: have one entry
def shaped_rewards(scores, logprobs, ref_logprobs, masks, kl_coef):
    rewards = []
    for score, logprob, ref_logprob, mask in zip(scores, logprobs, ref_logprobs, masks):
        reward = -kl_coef * (logprob - ref_logprob) * mask
        reward[mask.nonzero()[-1]] += score
        rewards.append(reward)
    return torch.stack(rewards)
