import torch
def psnr(x, y, peak=255.0):
    x = torch.as_tensor(x).double(); y = torch.as_tensor(y).double()
    return 10 * torch.log10(peak ** 2 / torch.mean((x - y) ** 2))
