# problem: gae
# says: the inputs were converted to lists
def compute_gae(rewards, values, dones, last_value, gamma=0.99, lam=0.95):
    values = values + [last_value]
    advantages, gae = [0.0] * len(rewards), 0.0
    for i in reversed(range(len(rewards))):
        delta = rewards[i] + gamma * values[i + 1] * (1 - dones[i]) - values[i]
        gae = delta + gamma * lam * (1 - dones[i]) * gae
        advantages[i] = gae
    returns = [a + v for a, v in zip(advantages, values[:-1])]
    return torch.tensor(advantages, dtype=torch.float32), torch.tensor(returns, dtype=torch.float32)
