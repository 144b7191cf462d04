# problem: gae
# says: your results are graded in this order: advantages, returns
def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    deltas = rewards + gamma * values[1:] * (1 - dones) - values[:-1]
    advantages, last = torch.zeros_like(rewards), 0.0
    for t in reversed(range(len(rewards))):
        last = deltas[t] + gamma * lam * (1 - dones[t]) * last
        advantages[t] = last
    returns = advantages + values[:-1]
    return deltas, advantages, returns
