# problem: ppo-loss
# expect: invalid
import torch


def total_loss(logprobs, old_logprobs, advantages, values, returns, entropy, clip=0.2):
    ratio = torch.exp(logprobs - old_logprobs)
    loss = -torch.min(ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages).mean()
    value_loss = (values - returns).pow(2).mean()
    loss = loss * value_loss
    loss -= 0.01 * entropy.mean()
    return loss
