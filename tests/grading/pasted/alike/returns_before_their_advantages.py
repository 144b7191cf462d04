# problem: gae

def estimate(rewards, values, dones, gamma=0.99, lam=0.95):
    advantages = torch.zeros_like(rewards)
    carried = 0.0
    for t in reversed(range(len(rewards))):
        goes_on = 1 - dones[t]
        delta = rewards[t] + gamma * values[t + 1] * goes_on - values[t]
        carried = delta + gamma * lam * goes_on * carried
        advantages[t] = carried
    returns = advantages + values[:-1]
    return returns, advantages
