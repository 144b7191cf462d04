# slip: probability-clipped
import torch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    p = torch.sigmoid(r_chosen - r_rejected)
    return F.binary_cross_entropy(p, torch.ones_like(p))
