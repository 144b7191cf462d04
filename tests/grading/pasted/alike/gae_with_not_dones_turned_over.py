# problem: gae
# expect: fail
# says: treats a done of 0 as the end
def advantages(rewards, values, not_dones, gamma=0.99, lam=0.95):
    found = torch.zeros_like(rewards)
    carried = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        goes_on = 1.0 - not_dones[t]
        carried = rewards[t] + gamma * goes_on * values[t + 1] - values[t] + gamma * lam * goes_on * carried
        found[t] = carried
    return found, found + values[:-1]
