import numpy as np


def lpips_distance(feats_x, feats_y, weights):
    B = len(feats_x[0])
    out = np.zeros(B)
    for fx, fy, w in zip(feats_x, feats_y, weights):
        fx, fy, w = (np.asarray(t, dtype=np.float64) for t in (fx, fy, w))
        H, W = fx.shape[2:]
        for b in range(B):
            for i in range(H):
                for j in range(W):
                    u, v = fx[b, :, i, j], fy[b, :, i, j]
                    u, v = u / (np.linalg.norm(u) + 1e-10), v / (np.linalg.norm(v) + 1e-10)
                    out[b] += w @ (u - v) ** 2 / (H * W)
    return out
