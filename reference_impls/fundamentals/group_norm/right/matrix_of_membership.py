import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    """Averages over channels by a matrix that says which of them share a group."""
    C = x.shape[1]
    member = torch.arange(C) // (C // groups)
    share = (member[:, None] == member).to(x) / (C // groups)
    mean = x.mean(dim=(2, 3)) @ share
    deviation = x - mean[:, :, None, None]
    var = deviation.pow(2).mean(dim=(2, 3)) @ share
    return (deviation * (gamma / (var + eps).sqrt())[:, :, None, None]) + beta[:, None, None]
