# problem: gae
# expect: fail
# says: The problem also asks for gamma
def gae(rewards, values, dones, **kw):
    gamma = kw.get("gama", 0.99); lam = kw.get("lam", 0.95)
    adv = torch.zeros_like(rewards); last = 0
    for t in reversed(range(len(rewards))):
        nt = 1 - dones[t]
        last = rewards[t] + gamma * values[t + 1] * nt - values[t] + gamma * lam * nt * last
        adv[t] = last
    return adv, adv + values[:-1]
