import torch
import torch.nn.functional as F


def sliding_window_attention(q, k, v, window):
    T = q.size(-2)
    ones = torch.ones(T, T, dtype=torch.bool)
    band = torch.tril(ones) & torch.triu(ones, diagonal=-(window - 1))
    bias = torch.zeros(T, T, dtype=q.dtype).masked_fill(band.logical_not(), float("-inf"))
    weights = F.softmax(torch.einsum("bhid,bhjd->bhij", q, k) * q.size(-1) ** -0.5 + bias, dim=-1)
    return torch.einsum("bhij,bhje->bhie", weights, v)
