# slip: every-pair-of-the-batch
import torch.nn.functional as F


def reward_model_loss(r_chosen, r_rejected):
    return -F.logsigmoid(r_chosen[:, None] - r_rejected[None, :]).mean()
