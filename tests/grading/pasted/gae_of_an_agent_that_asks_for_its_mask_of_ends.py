# problem: gae
# not: gets 1 - dones
class Agent:
    def __init__(self, gamma, lam):
        self.gamma, self.lam = gamma, lam

    def advantages(self, rewards, values, mask):
        found, carried = torch.zeros_like(rewards), 0.0
        for t in range(len(rewards) - 1, -1, -1):
            following, carried = (0.0, 0.0) if mask[t] else (values[t + 1], carried)
            carried = rewards[t] + self.gamma * following - values[t] + self.gamma * self.lam * carried
            found[t] = carried
        return found, found + values[:-1]
