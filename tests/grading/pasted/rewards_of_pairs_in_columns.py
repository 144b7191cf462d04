# problem: reward-model-loss
# says: holds r_chosen and r_rejected, in two columns
import torch.nn.functional as F


def ranking_loss(rewards):
    """One row for each pair: the preferred answer, then the other."""
    return F.softplus(rewards[:, 1] - rewards[:, 0]).mean()
