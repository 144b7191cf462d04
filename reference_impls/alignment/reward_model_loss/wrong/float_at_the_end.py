# slip: detached
import torch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    with torch.no_grad():
        return -F.logsigmoid(r_chosen - r_rejected).mean()
