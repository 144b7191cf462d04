# problem: attention-merge
# expect: fail
# says: Your code merges the sets two at a time, and where the first two are empty, -inf minus -inf is NaN.
import torch


def merge_state(v_a, s_a, v_b, s_b):
    top = torch.maximum(s_a, s_b)
    a, b = torch.exp(s_a - top), torch.exp(s_b - top)
    return (v_a * a[..., None] + v_b * b[..., None]) / (a + b)[..., None], top + torch.log(a + b)
