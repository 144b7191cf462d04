# problem: gae
# says: dones[t] is given as your dones[t + 1]
import torch

def gae(rewards, values, dones, last_value, last_done, gamma=0.99, lam=0.95):
    all_values = torch.cat([values, last_value.reshape(1)])
    ends = torch.cat([dones, last_done.reshape(1)])
    adv, acc = torch.zeros_like(rewards), 0.0
    for t in reversed(range(len(rewards))):
        alive = 1.0 - ends[t + 1]
        delta = rewards[t] + gamma * all_values[t + 1] * alive - all_values[t]
        acc = delta + gamma * lam * alive * acc
        adv[t] = acc
    return adv, adv + values
