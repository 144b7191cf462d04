# slip: bias-along-the-width
import torch.nn.functional as F


def conv2d(x, weight, bias=None, stride=1, padding=0):
    cols = F.unfold(x, weight.shape[2:], padding=padding, stride=stride)
    y = weight.flatten(1) @ cols
    oh = (x.shape[2] + 2 * padding - weight.shape[2]) // stride + 1
    y = y.unflatten(2, (oh, -1))
    if bias is not None:
        y = y + bias
    return y
