import torch


def merge_attention(outs, lses):
    out, lse = outs[0], lses[0]
    for block_out, block_lse in zip(outs[1:], lses[1:]):
        both = torch.logaddexp(lse, block_lse)
        floor = torch.where(both.isinf(), torch.zeros_like(both), both)
        out = torch.exp(lse - floor).unsqueeze(-1) * out + torch.exp(block_lse - floor).unsqueeze(-1) * block_out
        lse = both
    return out, lse
