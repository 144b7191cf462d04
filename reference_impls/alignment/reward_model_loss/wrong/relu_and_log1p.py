# slip: maximum-and-log1p-without-gradient-at-0
import torch


def reward_model_loss(r_chosen, r_rejected):
    x = r_chosen - r_rejected
    return (torch.relu(-x) + torch.log1p(torch.exp(-torch.abs(x)))).mean()
