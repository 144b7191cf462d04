# problem: gae
def swapped(f):
    def wrapper(*args, **kwargs):
        a, b = f(*args, **kwargs)
        return b, a

    return wrapper


@swapped
def gae_and_returns(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros_like(rewards)
    f = 0
    for t in reversed(range(len(rewards))):
        d = rewards[t] + gamma * values[t + 1] * (1 - dones[t]) - values[t]
        f = d + gamma * lam * (1 - dones[t]) * f
        adv[t] = f
    returns = adv + values[:-1]
    advantages = adv
    return returns, advantages
