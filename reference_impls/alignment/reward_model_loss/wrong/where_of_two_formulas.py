# slip: both-branches-computed
import torch


def reward_model_loss(r_chosen, r_rejected):
    x = r_chosen - r_rejected
    return torch.where(x > 0, torch.log1p(torch.exp(-x)), -x + torch.log1p(torch.exp(x))).mean()
