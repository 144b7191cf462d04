# slip: patches-cut-at-the-border
import numpy as np


def non_local_means(img, patch=3, search=7, h=0.1):
    H, W = img.shape
    p, s = patch // 2, search // 2
    val = np.pad(img.astype(float), s, mode="reflect")
    pat = np.pad(val, p, mode="edge")
    out = np.zeros((H, W))
    for y in range(H):
        for x in range(W):
            mine = pat[y + s:y + s + patch, x + s:x + s + patch]
            acc = tot = 0.0
            for i in range(search):
                for j in range(search):
                    theirs = pat[y + i:y + i + patch, x + j:x + j + patch]
                    w = np.exp(-((mine - theirs) ** 2).mean() / h ** 2)
                    acc += w * val[y + i, x + j]
                    tot += w
            out[y, x] = acc / tot
    return out
