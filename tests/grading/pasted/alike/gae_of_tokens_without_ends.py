# problem: gae
# expect: invalid
# says: The problem also asks for dones
def compute_gae_advantage_return(token_level_rewards, values, response_mask, gamma, lam):
    last, found = 0.0, []
    for t in reversed(range(token_level_rewards.shape[-1])):
        following = values[t + 1]
        delta = token_level_rewards[t] + gamma * following - values[t]
        last = (delta + gamma * lam * last) * response_mask[t]
        found.append(last)
    advantages = torch.stack(found[::-1])
    return advantages, advantages + values[:-1]
