# problem: non-local-means
# expect: fail
# says: your patch_distance gets search // 2
import numpy as np


def nlm(image, patch_size=3, patch_distance=3, h=0.1):
    r, s = patch_size // 2, patch_distance
    H, W = image.shape
    p = np.pad(image, r + s, mode="reflect")
    num = np.zeros((H, W))
    den = np.zeros((H, W))
    base = p[s : s + H + 2 * r, s : s + W + 2 * r]
    for dy in range(-s, s + 1):
        for dx in range(-r, r + 1):
            q = p[s + dy : s + dy + H + 2 * r, s + dx : s + dx + W + 2 * r]
            d2 = (base - q) ** 2
            dist = sum(d2[i : i + H, j : j + W] for i in range(patch_size) for j in range(patch_size)) / patch_size**2
            w = np.exp(-dist / h**2)
            num += w * q[r : r + H, r : r + W]
            den += w
    return num / den
