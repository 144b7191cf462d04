import torch


def hist_eq(img):
    levels = img.long()
    hist = torch.bincount(levels.flatten(), minlength=256)
    cdf = torch.cumsum(hist, 0).float()
    occupied = torch.nonzero(hist).squeeze(1)
    if occupied.numel() == 1:
        return img.clone()
    low, high = cdf[occupied[0]], cdf[occupied[-1]]
    table = torch.floor((cdf - low) / (high - low) * 255 + 0.5).clamp(min=0)
    return table.to(torch.uint8)[levels]
