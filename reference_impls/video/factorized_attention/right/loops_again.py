import torch
def factorized_attention(x, attend):
    B, F, N, D = x.shape
    y = torch.stack([attend(x[:, f]) for f in range(F)], dim=1)
    return torch.stack([attend(y[:, :, n]) for n in range(N)], dim=2)
