# problem: reward-model-loss
# expect: fail
# says: trains the model to prefer the rejected answer
import torch.nn.functional as F


def ranking_loss(rewards):
    """One row for each pair: the preferred answer, then the other."""
    return F.softplus(rewards[..., 0] - rewards[..., 1]).mean()
