# problem: gae
# says: your results are graded in this order: adv, number 1
def compute_gae(rewards, values, dones, gamma=0.99, lam=0.95):
    adv, last = torch.zeros_like(rewards), 0
    for t in reversed(range(len(rewards))):
        delta = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t]
        last = delta + gamma * lam * (1 - dones[t]) * last
        adv[t] = last
    return adv + values[:-1], adv
