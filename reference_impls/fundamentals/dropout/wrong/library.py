# slip: none
import torch.nn.functional as F


def dropout(x, p, training=True):
    return F.dropout(x, p, training)
