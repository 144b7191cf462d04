import torch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    scores = torch.stack([r_chosen, r_rejected], dim=1)
    return F.cross_entropy(scores, torch.zeros(len(scores), dtype=torch.long))
