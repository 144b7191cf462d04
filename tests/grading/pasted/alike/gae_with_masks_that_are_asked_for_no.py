# problem: gae
# says: your masks gets 1 - dones
def advantages(rewards, values, masks, gamma=0.99, lam=0.95):
    found = torch.zeros_like(rewards)
    carried = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        following = values[t + 1]
        if not masks[t]:
            following, carried = 0.0, 0.0
        carried = rewards[t] + gamma * following - values[t] + gamma * lam * carried
        found[t] = carried
    return found, found + values[:-1]
