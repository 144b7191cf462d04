import numpy as np
import torch
import torch.nn.functional as F


def gaussian_filter3(img):
    x = torch.from_numpy(np.asarray(img).astype(np.float64))[None, None]
    k = torch.tensor([1.0, 2.0, 1.0], dtype=torch.float64)
    k = torch.outer(k, k)
    k = (k / k.sum())[None, None]
    x = F.pad(x, (1, 1, 1, 1), mode="replicate")
    return F.conv2d(x, k)[0, 0]
