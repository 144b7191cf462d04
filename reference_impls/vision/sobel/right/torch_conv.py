import torch
import torch.nn.functional as F


class Solution:
    def sobel(self, img):
        x = torch.as_tensor(img).float()[None, None]
        x = F.pad(x, (1, 1, 1, 1), mode="replicate")
        kx = torch.tensor([[1.0, 0.0, -1.0], [2.0, 0.0, -2.0], [1.0, 0.0, -1.0]])
        k = torch.stack([kx, kx.T])[:, None]
        g = F.conv2d(x, k)[0]
        return g.square().sum(0).sqrt()
