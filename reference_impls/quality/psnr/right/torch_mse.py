import torch
import torch.nn.functional as F


def psnr(x, y, peak=255.0):
    mse = F.mse_loss(x.double(), y.double())
    return 10 * torch.log10(peak**2 / mse)
