# slip: empty-goes-to-zero
import torch
import torch.nn.functional as F


def kmeans(x, centers, iters=100):
    x, c = torch.as_tensor(x), torch.as_tensor(centers).clone()
    for _ in range(iters):
        labels = torch.cdist(x, c).argmin(1)
        hot = F.one_hot(labels, c.shape[0]).to(x.dtype)
        new = hot.T @ x / hot.sum(0).clamp(min=1).unsqueeze(1)
        if torch.equal(new, c):
            break
        c = new
    return c, labels
