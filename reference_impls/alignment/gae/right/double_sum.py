import torch


def gae(rewards, values, dones, gamma=0.99, lam=0.95):
    """The definition: each advantage is a sum of later deltas, up to the end of its episode."""
    T = rewards.shape[0]
    advantages = []
    for t in range(T):
        total, weight = 0.0, 1.0
        for k in range(t, T):
            bootstrap = 0.0 if dones[k] else gamma * values[k + 1]
            total = total + weight * (rewards[k] + bootstrap - values[k])
            weight = weight * gamma * lam
            if dones[k]:
                break
        advantages.append(total)
    advantages = torch.stack(advantages)
    return advantages, advantages + values[:T]
