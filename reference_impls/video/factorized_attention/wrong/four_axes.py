# slip: none
import torch


def factorized_attention(x, attend):
    """Trusts attend to broadcast over a fourth axis."""
    x = attend(x)
    return attend(x.transpose(1, 2)).transpose(1, 2)
