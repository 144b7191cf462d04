# slip: eps-under-the-root
import torch
import torch.nn.functional as F


def sobel(img):
    x = F.pad(torch.as_tensor(img).double()[None, None], (1, 1, 1, 1), mode="replicate")
    k = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=torch.float64)
    g = F.conv2d(x, torch.stack([k, k.T])[:, None])[0]
    return torch.sqrt((g**2).sum(0) + 1e-6)
