# problem: gae
# expect: invalid
# says: The problem also asks for dones: yours has no such parameter.
def gae(rewards, values, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards); last = 0.0
    for t in reversed(range(len(rewards))):
        delta = rewards[t] + gamma * values[t+1] - values[t]
        last = delta + gamma * lam * last
        adv[t] = last
    return adv, adv + values[:-1]
