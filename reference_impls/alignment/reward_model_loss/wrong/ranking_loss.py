# slip: hinge
import torch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    return F.margin_ranking_loss(r_chosen, r_rejected, torch.ones_like(r_chosen), margin=1.0)
