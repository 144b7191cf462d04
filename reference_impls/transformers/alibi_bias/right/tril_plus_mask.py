import torch
def alibi_bias(n_heads, length):
    steps = torch.ones(length, length).tril(-1).cumsum(0)  # i - j below the diagonal
    m = torch.pow(0.5, 8 / n_heads * torch.arange(1, n_heads + 1))
    out = torch.einsum("h,ij->hij", -m, steps)
    out[:, torch.ones(length, length, dtype=torch.bool).triu(1)] = -torch.inf
    return out
