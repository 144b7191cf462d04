# problem: gae
class PPO:
    def __init__(self, gamma=0.99, lmbda=0.95):
        self.gamma = gamma
        self.lmbda = lmbda
    def compute_gae(self, next_value, rewards, masks, values):
        values = values + [next_value]
        gae = 0
        returns = []
        for step in range(len(rewards) - 1, -1, -1):
            delta = rewards[step] + self.gamma * values[step + 1] * masks[step] - values[step]
            gae = delta + self.gamma * self.lmbda * masks[step] * gae
            returns.insert(0, gae + values[step])
        returns = torch.tensor(returns)
        return returns - torch.tensor(values[:-1]), returns
