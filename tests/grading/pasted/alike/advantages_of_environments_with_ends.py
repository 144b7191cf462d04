# problem: gae
# says: your rewards is a batch of one: your code unpacks T, num_envs
def compute_advantages(rewards, values, dones, discount=0.99, lam=0.95):
    T, num_envs = rewards.shape
    running = torch.zeros(num_envs, dtype=rewards.dtype)
    advantages = torch.zeros_like(rewards)
    for t in range(T - 1, -1, -1):
        going = 1.0 - dones[t]
        surprise = rewards[t] + discount * going * values[t + 1] - values[t]
        running = surprise + discount * lam * going * running
        advantages[t] = running
    return advantages, advantages + values[:T]
