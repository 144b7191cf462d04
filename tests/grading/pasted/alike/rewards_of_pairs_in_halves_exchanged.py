# problem: reward-model-loss
# expect: fail
# says: trains the model to prefer the rejected answer
import torch.nn.functional as F


def pairwise_loss(scores):
    rejected, chosen = scores.split(len(scores) // 2)
    return -F.logsigmoid(rejected - chosen).mean()
