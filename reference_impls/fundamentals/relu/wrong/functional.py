# slip: none
import torch.nn.functional as F


def relu(x):
    return F.relu(x)
