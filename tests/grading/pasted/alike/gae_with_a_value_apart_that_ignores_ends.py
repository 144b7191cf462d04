# problem: gae
# expect: fail
def compute_gae(rewards, values, dones, last_value, gamma=0.99, lam=0.95):
    advantages, last, following = torch.zeros_like(rewards), 0.0, last_value
    for t in reversed(range(len(rewards))):
        delta = rewards[t] + gamma * following - values[t]
        last = delta + gamma * lam * (1 - dones[t]) * last
        advantages[t], following = last, values[t]
    return advantages, advantages + values
