# problem: ssim
# expect: fail
import torch
import torch.nn.functional as F


def _gaussian(size, sigma, channels):
    offsets = torch.arange(size, dtype=torch.float64) - size // 2
    line = torch.exp(-(offsets**2) / (2 * sigma**2))
    line = line / line.sum()
    return torch.outer(line, line).expand(channels, 1, size, size).contiguous()


class SSIM(torch.nn.Module):
    def __init__(self, window_size=11, data_range=255.0):
        super().__init__()
        self.window_size, self.data_range = window_size, data_range

    def forward(self, img1, img2):
        if img1.dim() != 4:
            raise ValueError("images must be (B, C, H, W)")
        img1, img2 = img1.double(), img2.double()
        _, channel, _, _ = img1.size()
        window = _gaussian(self.window_size, 1.5, channel)

        def mean(values):
            return F.conv2d(values, window, padding=5, groups=channel)

        mu1, mu2 = mean(img1), mean(img2)
        var1, var2 = mean(img1 * img1) - mu1**2, mean(img2 * img2) - mu2**2
        both = mean(img1 * img2) - mu1 * mu2
        c1, c2 = (0.01 * self.data_range) ** 2, (0.03 * self.data_range) ** 2
        found = (2 * mu1 * mu2 + c1) * (2 * both + c2) / ((mu1**2 + mu2**2 + c1) * (var1 + var2 + c2))
        return found.mean()
