# slip: margin-clamped-at-50
import torch


def reward_model_loss(r_chosen, r_rejected):
    diff = torch.clamp(r_chosen - r_rejected, min=-50, max=50)
    return torch.log1p(torch.exp(-diff)).mean()
