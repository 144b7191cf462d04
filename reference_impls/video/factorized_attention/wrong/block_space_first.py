# slip: block-of-a-transformer
import torch


def factorized_attention(x, attend):
    b, f, n, d = x.shape
    ln = torch.nn.LayerNorm(d, elementwise_affine=False)
    h = x.flatten(0, 1)
    x = (h + attend(ln(h))).view(b, f, n, d)
    h = x.transpose(1, 2).flatten(0, 1)
    return (h + attend(ln(h))).view(b, n, f, d).transpose(1, 2)
