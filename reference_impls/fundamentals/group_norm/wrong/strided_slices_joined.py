# slip: interleaved-and-joined-in-order
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    C = x.size(1)
    size = C // groups
    pieces = []
    for g in range(groups):
        start, stop = g * size, (g + 1) * size
        part = x[:, g::groups]
        centered = part - part.mean(dim=(1, 2, 3), keepdim=True)
        variance = (centered * centered).mean(dim=(1, 2, 3), keepdim=True)
        normal = centered / (variance + eps) ** 0.5
        pieces.append(normal * gamma[start:stop].view(1, -1, 1, 1) + beta[start:stop].view(1, -1, 1, 1))
    return torch.cat(pieces, dim=1)
