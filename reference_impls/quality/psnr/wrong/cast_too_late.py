# slip: difference-wraps
import torch


def psnr(x, y, peak=255.0):
    mse = (torch.as_tensor(x) - torch.as_tensor(y)).double().pow(2).mean()
    return 10 * torch.log10(peak * peak / mse)
