"""Adaptive instance normalization, AdaIN (Huang and Belongie 2017, arXiv:1703.06868).

    AdaIN(c, s) = σ(s) (c - μ(c)) / σ(c) + μ(s)
    μ(x)_{b,k} = mean over the positions,   σ(x)_{b,k} = √(var + eps)       for each sample b and channel k

The content loses its own mean and contrast in every channel and gets the style's: what remains is where features respond,
what changes is how strongly. The variance is the biased one.

Shapes: content (B,C,H,W), style (B,C,H',W'). Returns: (B,C,H,W).
"""

from torch import Tensor


def statistics(x: Tensor, eps: float) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation of every channel of every sample, (B,C,1,1) each."""
    mu = x.mean(dim=(2, 3), keepdim=True)
    var = (x - mu).square().mean(dim=(2, 3), keepdim=True)
    return mu, (var + eps).sqrt()


def adain(content: Tensor, style: Tensor, eps: float = 1e-5) -> Tensor:
    """The content with the style's mean and standard deviation in each channel."""
    content_mu, content_sigma = statistics(content, eps)
    style_mu, style_sigma = statistics(style, eps)
    return style_sigma * (content - content_mu) / content_sigma + style_mu
