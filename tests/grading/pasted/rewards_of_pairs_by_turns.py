# problem: reward-model-loss
# says: holds r_chosen and r_rejected, by turns
import torch.nn.functional as F


def pairwise_loss(rewards):
    chosen, rejected = rewards[0::2], rewards[1::2]
    return -F.logsigmoid(chosen - rejected).mean()
