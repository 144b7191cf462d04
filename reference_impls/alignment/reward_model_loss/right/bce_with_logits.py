import torch
from torch import nn


def reward_model_loss(r_chosen, r_rejected):
    criterion = nn.BCEWithLogitsLoss()
    gap = r_chosen - r_rejected
    return criterion(gap, torch.ones_like(gap))
