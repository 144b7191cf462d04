# problem: attention-merge
# expect: fail
import torch


def merge_attn_states(prefix_out, suffix_out, prefix_lse, suffix_lse):
    return (prefix_out + suffix_out) / 2, torch.logaddexp(prefix_lse, suffix_lse)
