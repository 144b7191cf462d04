# slip: 1e-8-in-the-log
import torch


def reward_model_loss(r_chosen, r_rejected):
    prob = torch.sigmoid(r_chosen - r_rejected)
    return -torch.log(prob + 1e-8).mean()
