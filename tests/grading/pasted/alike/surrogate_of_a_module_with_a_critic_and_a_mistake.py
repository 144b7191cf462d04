# problem: ppo-loss
# says: your old_values, values and returns are 0
# expect: fail
import torch
from torch import nn


class PolicyAndCriticLoss(nn.Module):
    def __init__(self, epsilon=0.1, value_range=0.2, value_weight=0.1):
        super().__init__()
        self.epsilon, self.value_range, self.value_weight = epsilon, value_range, value_weight

    def forward(self, old_logprobs, logprobs, advantages, old_values, values, returns, padding_mask=None):
        ratio = torch.exp(logprobs - old_logprobs)
        clipped = torch.clamp(ratio, 1.0 - self.epsilon, 1.0 + self.epsilon)
        policy_loss = torch.minimum(-advantages * clipped, -advantages * ratio)
        policy_loss = policy_loss.mean() if padding_mask is None else (policy_loss * padding_mask).sum() / padding_mask.sum()
        near = torch.clamp(values, old_values - self.value_range, old_values + self.value_range)
        value_loss = 0.5 * torch.maximum((values - returns) ** 2, (near - returns) ** 2).mean()
        loss = policy_loss + self.value_weight * value_loss
        return loss, policy_loss.detach(), value_loss.detach(), ratio.mean().detach()
