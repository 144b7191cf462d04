# problem: reward-model-loss
# says: holds r_chosen and r_rejected, in two columns
import torch.nn.functional as F


def ranking_loss(pair_scores):
    chosen, rejected = pair_scores.unbind(dim=-1)
    return -F.logsigmoid(chosen - rejected).mean()
