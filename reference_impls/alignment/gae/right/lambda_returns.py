import torch


class Solution:
    def gae(self, rewards, values, dones, gamma=0.99, lam=0.95):
        """Through the lambda-returns: G_t = r_t + gamma ((1 - lam) V_{t+1} + lam G_{t+1})."""
        returns = [None] * len(rewards)
        g = values[-1]
        for t in range(len(rewards) - 1, -1, -1):
            if dones[t] == 1:
                g = rewards[t]
            else:
                g = rewards[t] + gamma * ((1 - lam) * values[t + 1] + lam * g)
            returns[t] = g
        returns = torch.stack(returns)
        return returns - values[:-1], returns
