# problem: patchify
# expect: fail
import torch
from torch import nn


class Patches(nn.Module):
    def __init__(self, patch_size):
        super().__init__()
        self.patch_size = patch_size

    def patchify(self, imgs):
        p = self.patch_size
        x = imgs.unfold(2, p, p).unfold(3, p, p)
        return x.permute(0, 2, 3, 4, 5, 1).flatten(3).flatten(1, 2)

    def unpatchify(self, x, img_size):
        p = self.patch_size
        x = x.reshape(len(x), img_size[1] // p, img_size[0] // p, p, p, -1)
        return x.permute(0, 5, 1, 3, 2, 4).reshape(len(x), -1, img_size[0], img_size[1])
