# problem: gae
# not: gets 1 - dones
def gae(rewards, values, mask, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    last = 0.0
    for t in reversed(range(len(rewards))):
        delta = rewards[t] + gamma * values[t + 1] * (1 - mask[t]) - values[t]
        last = delta + gamma * lam * (1 - mask[t]) * last
        adv[t] = last
    return adv, adv + values[:-1]
