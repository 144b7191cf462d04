# problem: gae
def gae(buffer, last_value, gamma=0.99, lam=0.95):
    advantages = [0.0] * len(buffer)
    running = 0.0
    for t in reversed(range(len(buffer))):
        step = buffer[t]
        following = last_value if t == len(buffer) - 1 else buffer[t + 1]["value"]
        keep = 1.0 - step["done"]
        running = step["reward"] + gamma * following * keep - step["value"] + gamma * lam * keep * running
        advantages[t] = running
    returns = [a + buffer[t]["value"] for t, a in enumerate(advantages)]
    return torch.stack(advantages), torch.stack(returns)
