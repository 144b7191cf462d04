# problem: gae
# expect: fail
def advantages(rewards, values, mask, gamma=0.99, lam=0.95):
    found = torch.zeros_like(rewards)
    carried = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        following = 0.0 if mask[t] else values[t + 1]
        carried = rewards[t] + gamma * following - values[t] + gamma * lam * carried
        found[t] = carried
    return found, found + values[:-1]
