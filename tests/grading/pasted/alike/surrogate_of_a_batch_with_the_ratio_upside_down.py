# problem: ppo-loss
# expect: fail
import torch


def loss(advantages, batch_log_probs, curr_log_probs, clip_eps=0.2):
    ratio = torch.exp(batch_log_probs - curr_log_probs)
    clipped = torch.clamp(ratio, 1.0 - clip_eps, 1.0 + clip_eps)
    return -torch.min(ratio * advantages, clipped * advantages).mean()
