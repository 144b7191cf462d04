import torch


def rbf_kernel(x, y, gamma):
    x, y = torch.as_tensor(x), torch.as_tensor(y)
    scaled_x, scaled_y = x * gamma**0.5, y * gamma**0.5
    sq = (scaled_x.unsqueeze(1) - scaled_y.unsqueeze(0)).pow(2).sum(-1)
    return sq.neg().exp().numpy()
