import torch
def hist_eq(img):
    x = torch.as_tensor(img).long()
    cdf = torch.bincount(x.flatten(), minlength=256).cumsum(0)
    lo = cdf[x.min()]; n = x.numel()
    if lo == n: return torch.as_tensor(img)
    lut = ((cdf - lo).double() * 255 / (n - lo)).round().clamp(0, 255).to(torch.uint8)
    return lut[x]
