import torch


def merge_attention(outs, lses):
    m = lses.max(dim=0).values
    scale = torch.exp(lses - m)
    denominator = scale.sum(0)
    merged = torch.einsum("p...t,p...te->...te", scale, outs) / denominator.unsqueeze(-1)
    return merged, torch.log(denominator) + m
