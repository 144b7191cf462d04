# slip: tokens-last
import torch.nn.functional as F


def patchify(x, p):
    return F.unfold(x, p, stride=p)


def unpatchify(tokens, p, h, w):
    return F.fold(tokens, output_size=(h, w), kernel_size=p, stride=p)
