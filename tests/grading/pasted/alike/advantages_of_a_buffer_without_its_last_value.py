# problem: gae
# expect: fail
# says: Your code uses 0 as the value after the last step
class PPOBuffer:
    def __init__(self, gamma=0.99, lam=0.95):
        self.gamma, self.lam = gamma, lam

    def finish_path(self, rewards, values, dones, last_val=0.0):
        vals = torch.cat([values, torch.zeros(1, dtype=values.dtype)])
        deltas = rewards + self.gamma * vals[1:] * (1 - dones) - vals[:-1]
        adv, run = torch.zeros_like(rewards), 0.0
        for t in reversed(range(len(rewards))):
            run = deltas[t] + self.gamma * self.lam * (1 - dones[t]) * run
            adv[t] = run
        return adv, adv + values
