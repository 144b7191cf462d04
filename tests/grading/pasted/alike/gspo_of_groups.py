# problem: gspo-loss
# expect: invalid
# says: Your code also needs rewards and group_ids, which the problem doesn't give
def gspo_loss(rewards, old_logprobs, new_logprobs, response_mask, group_ids, *, advantages, eps_low=3e-4, eps_high=4e-4):
    assert rewards.shape == group_ids.shape
    ratio = (((new_logprobs - old_logprobs) * response_mask).sum(-1) / response_mask.sum(-1)).exp()
    return -torch.minimum(ratio * advantages, ratio.clamp(1 - eps_low, 1 + eps_high) * advantages).mean()
