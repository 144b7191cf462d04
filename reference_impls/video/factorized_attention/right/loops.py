import torch


def factorized_attention(x, attend):
    frames = [attend(x[:, f]) for f in range(x.shape[1])]
    x = torch.stack(frames, dim=1)
    positions = [attend(x[:, :, n]) for n in range(x.shape[2])]
    return torch.stack(positions, dim=2)
