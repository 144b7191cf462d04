import torch


def conv_output_size(w, f, s=1, p=0, d=1):
    t = torch.tensor(w + 2 * p - d * (f - 1) - 1)
    return int(torch.div(t, s, rounding_mode="floor")) + 1
