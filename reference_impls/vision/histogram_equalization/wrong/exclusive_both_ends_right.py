# slip: below-only-both-ends-right
"""Differs on: img=[[0, 1, 1, 1, 2]] (uint8) -> level 1 should map to round(255*3/4) = 191, maps to 64."""
import numpy as np
import torch


def hist_eq(img):
    t = torch.is_tensor(img)
    a = img.numpy() if t else np.asarray(img)
    if a.min() == a.max():
        return img.clone() if t else a.copy()
    hist = np.bincount(a.reshape(-1), minlength=256)
    cum = np.concatenate([[0], np.cumsum(hist)])[:256]      # pixels darker than each level
    lo, hi = cum[a.min()], cum[a.max()]
    lut = np.rint(np.clip((cum - lo) / (hi - lo), 0, 1) * 255).astype(np.uint8)
    return torch.from_numpy(lut[a]) if t else lut[a]
