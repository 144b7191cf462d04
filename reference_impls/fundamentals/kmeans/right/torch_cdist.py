import torch


def kmeans(x, centers, iters=100):
    x = torch.as_tensor(x)
    centers = torch.as_tensor(centers).clone()
    labels = None
    for _ in range(iters):
        new_labels = torch.cdist(x, centers).argmin(dim=1)
        if labels is not None and torch.equal(new_labels, labels):
            break
        labels = new_labels
        one_hot = torch.nn.functional.one_hot(labels, len(centers)).to(x.dtype)
        n = one_hot.sum(0)
        means = one_hot.T @ x / n.clamp(min=1)[:, None]
        centers = torch.where((n > 0)[:, None], means, centers)
    return centers, labels
