# problem: ppo-loss
# expect: invalid
import torch


def policy_and_critic_loss(logprobs, old_logprobs, advantages, values, returns, clip=0.2):
    ratio = torch.exp(logprobs - old_logprobs)
    advantages = returns - values
    policy_loss = -torch.min(ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages).mean()
    return policy_loss + 0.5 * (values - returns).pow(2).mean()
