# slip: mean-inside
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    return -F.logsigmoid(r_chosen.mean() - r_rejected.mean())
