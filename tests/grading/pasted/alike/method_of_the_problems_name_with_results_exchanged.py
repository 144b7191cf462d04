# problem: gae
# expect: fail
# says: It should return (advantages, returns).
class Agent:
    def gae(self, rewards, values, dones, gamma=0.99, lam=0.95):
        advantages, last = torch.zeros_like(rewards), 0
        for t in reversed(range(len(rewards))):
            delta = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t]
            last = delta + gamma * lam * (1 - dones[t]) * last
            advantages[t] = last
        returns = advantages + values[:-1]
        return returns, advantages
