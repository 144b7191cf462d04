# problem: gae
# expect: fail
def compute_gae(rewards, values, dones, last_value, gamma=0.99, lam=0.95):
    values = values + [0.0]
    advantages, gae = [0.0] * len(rewards), 0.0
    for i in reversed(range(len(rewards))):
        delta = rewards[i] + gamma * values[i + 1] * (1 - dones[i]) - values[i]
        gae = delta + gamma * lam * (1 - dones[i]) * gae
        advantages[i] = gae
    return advantages, [a + v for a, v in zip(advantages, values[:-1])]
