# slip: channels-first
import torch
import torch.nn.functional as F

def patchify(x, p):
    return F.unfold(x, p, stride=p).transpose(1, 2)

def unpatchify(tokens, p, h, w):
    img = F.fold(tokens.transpose(1, 2), (h, w), p, stride=p)
    return img.permute(0, 2, 3, 1)
