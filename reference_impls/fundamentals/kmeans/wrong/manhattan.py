# slip: distance-of-absolutes
import torch


def kmeans(x, centers, iters=100):
    x = torch.from_numpy(x); c = torch.from_numpy(centers).clone()
    for _ in range(iters):
        lab = torch.cdist(x, c, p=1).argmin(-1)
        new = c.clone()
        for k in range(len(c)):
            if (lab == k).any():
                new[k] = x[lab == k].mean(0)
        if torch.allclose(new, c):
            break
        c = new
    return c, lab
