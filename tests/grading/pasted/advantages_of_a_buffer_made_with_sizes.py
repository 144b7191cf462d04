# problem: gae
# expect: invalid
# says: Storage can only be made with
# not: is graded as gae
class Storage:
    def __init__(self, steps, obs_size, act_size, gamma=0.99, gae_lambda=0.95):
        self.gamma, self.gae_lambda = gamma, gae_lambda
        self.obs = np.zeros((steps, obs_size))
        self.acts = np.zeros((steps, act_size))
        self.rewards, self.dones, self.values = (np.zeros(steps) for _ in range(3))
        self.advantages = np.zeros(steps)
        self.count = 0

    def clear(self):
        self.count = 0

    def add(self, obs, act, reward, done, value):
        self.obs[self.count], self.acts[self.count] = obs, act
        self.rewards[self.count], self.dones[self.count], self.values[self.count] = reward, done, value
        self.count += 1

    def finish(self, last_value):
        run = 0.0
        for t in reversed(range(self.count)):
            ahead = last_value if t == self.count - 1 else self.values[t + 1]
            delta = self.rewards[t] + self.gamma * ahead * (1 - self.dones[t]) - self.values[t]
            run = delta + self.gamma * self.gae_lambda * (1 - self.dones[t]) * run
            self.advantages[t] = run
