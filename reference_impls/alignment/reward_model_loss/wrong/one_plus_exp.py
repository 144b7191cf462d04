# slip: log-of-sigmoid
import torch


def reward_model_loss(r_chosen, r_rejected):
    return torch.log(1 + torch.exp(r_rejected - r_chosen)).mean()
