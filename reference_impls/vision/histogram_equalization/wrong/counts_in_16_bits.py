# slip: counts-of-16-bits-to-the-last
"""Differs on: a random uint8 image of 300 x 300 -> the counts wrap above 65535, bright levels become dark or clipped."""
import numpy as np
import torch


def hist_eq(img):
    t = torch.is_tensor(img)
    a = img.numpy() if t else np.asarray(img)
    if a.min() == a.max():
        return img.clone() if t else a.copy()
    hist = np.bincount(a.ravel(), minlength=256).astype(np.uint16)
    cdf = np.cumsum(hist, dtype=np.uint16)
    first, last = int(cdf[a.min()]), int(cdf[a.max()])
    scaled = (cdf.astype(np.float64) - first) / max(last - first, 1) * 255
    lut = np.rint(scaled).clip(0, 255).astype(np.uint8)
    return torch.from_numpy(lut[a]) if t else lut[a]
