import torch


def causal_conv3d(x, weight, bias=None):
    """Shifted copies of the video, one for each tap."""
    B, C, F, H, W = x.shape
    O, _, kt, kh, kw = weight.shape
    padded = x.new_zeros(B, C, F + kt - 1, H + kh - 1, W + kw - 1)
    padded[:, :, kt - 1 :, kh // 2 : kh // 2 + H, kw // 2 : kw // 2 + W] = x
    y = torch.zeros(B, O, F, H, W, dtype=x.dtype)
    for t in range(kt):
        for i in range(kh):
            for j in range(kw):
                y = y + torch.einsum("bcfhw,oc->bofhw", padded[:, :, t : t + F, i : i + H, j : j + W], weight[:, :, t, i, j])
    return y if bias is None else y + bias.view(1, O, 1, 1, 1)
