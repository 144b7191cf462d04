# problem: ppo-loss
# expect: invalid
import torch


def policy_and_critic_loss(logprobs, old_logprobs, advantages, values, returns, clip=0.2):
    ratio = torch.exp(logprobs - old_logprobs)
    gain = advantages - values
    policy_loss = -torch.min(ratio * gain, ratio.clamp(1 - clip, 1 + clip) * gain).mean()
    return policy_loss + 0.5 * (values - returns).pow(2).mean()
