# problem: gae
# not: gets 1 - dones
class Rollout:
    def advantages(self, rewards, values, mask, gamma=0.99, lam=0.95):
        found = torch.zeros_like(rewards)
        carried = 0.0
        for t in range(len(rewards) - 1, -1, -1):
            if mask[t]:
                carried = rewards[t] - values[t]
            else:
                carried = rewards[t] + gamma * values[t + 1] - values[t] + gamma * lam * carried
            found[t] = carried
        return found, found + values[:-1]
