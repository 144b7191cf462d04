# slip: logistic
import torch.nn.functional as F


def hinge_loss(scores, y):
    return F.softplus(-y * scores).mean()
