# slip: sum
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    loss = 0
    for i in range(r_chosen.size(0)):
        loss = loss - F.logsigmoid(r_chosen[i] - r_rejected[i])
    return loss
