# problem: gae
# expect: fail
# says: compute_gae is graded as gae
def returns_of(rewards, values, dones, gamma=0.99, lam=0.95):
    advantages, last = torch.zeros_like(rewards), 0
    for t in reversed(range(len(rewards))):
        delta = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t]
        last = delta + gamma * lam * (1 - dones[t]) * last
        advantages[t] = last
    return advantages, advantages + values[:-1]


def compute_gae(rewards, values, dones, gamma=0.99, lam=0.95):
    advantages, returns = returns_of(rewards, values, dones, gamma, lam)
    return (advantages - advantages.mean()) / (advantages.std() + 1e-8), returns
