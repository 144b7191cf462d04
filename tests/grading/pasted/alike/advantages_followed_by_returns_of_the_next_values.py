# problem: gae
# expect: fail
# says: values[1:]
import torch


def advantages_of(rewards, values, dones, gamma=0.99, lam=0.95):
    advantages = torch.zeros_like(rewards)
    running = 0.0
    for t in range(len(rewards) - 1, -1, -1):
        goes_on = 1 - dones[t]
        running = rewards[t] + gamma * values[t + 1] * goes_on - values[t] + gamma * lam * goes_on * running
        advantages[t] = running
    return advantages


def lambda_returns(advantages, values):
    return advantages + values[1:]
