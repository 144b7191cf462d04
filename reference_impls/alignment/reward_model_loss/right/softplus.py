import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    return F.softplus(r_rejected - r_chosen).mean()
