# slip: last-done-ignored
# witness: rewards [0.], values [0., 10.], dones [1.]: the advantage must be 0, this gives 9.9
import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    T = rewards.shape[0]
    adv = torch.zeros_like(rewards)
    last = 0.0
    for t in reversed(range(T)):
        alive = 1.0 - dones[t] if t < T - 1 else 1.0      # rollout cut: bootstrap
        delta = rewards[t] + gamma * values[t + 1] * alive - values[t]
        last = delta + gamma * lam * alive * last
        adv[t] = last
    return adv, adv + values[:-1]
