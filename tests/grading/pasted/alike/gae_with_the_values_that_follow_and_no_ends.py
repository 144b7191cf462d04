# problem: gae
# expect: invalid
# says: The problem also asks for dones: yours has no such parameter.
# not: an index is beyond the end
def calculate_gae(rewards, values, next_values, gamma, lam):
    deltas = rewards + gamma * next_values - values
    advantages, last = torch.zeros_like(rewards), 0
    for t in reversed(range(len(deltas))):
        last = last * gamma * lam + deltas[t]
        advantages[t] = last
    return advantages, advantages + values
