# problem: conv2d
# expect: fail
# says: Your code ignores stride and padding
# not: for the height only
import torch
import torch.nn.functional as F


def columns(images, height, width, stride=1, padding=0):
    images = F.pad(images, [padding] * 4)
    patches = images.unfold(2, height, stride).unfold(3, width, stride)
    return patches.permute(0, 1, 4, 5, 2, 3).flatten(1, 3)


def convolved(images, weight, bias=None, stride=1, padding=0):
    found = columns(images, weight.shape[2], weight.shape[3])
    result = torch.einsum("nkhw,ok->nohw", found, weight.flatten(1))
    return result if bias is None else result + bias[:, None, None]
