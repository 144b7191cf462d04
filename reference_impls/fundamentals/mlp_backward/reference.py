"""Backward pass of a perceptron with one hidden layer (Goodfellow, Bengio & Courville 2016, Deep Learning, section 6.5.7).

    h = x W₁ + b₁,   a = relu(h),   out = a W₂ + b₂

    ∂W₂ = aᵀ ∂out      ∂b₂ = Σ_n ∂out      ∂a = ∂out W₂ᵀ
    ∂h = ∂a · [h > 0]
    ∂W₁ = xᵀ ∂h        ∂b₁ = Σ_n ∂h        ∂x = ∂h W₁ᵀ

Shapes decide nearly everything: a gradient has the shape of its value, and the axis that is summed is the one that disappears.
A bias is broadcast over the batch, so its gradient is summed over it.

Shapes: x (N,D), w1 (D,H), b1 (H,), w2 (H,C), b2 (C,), dout (N,C). Returns: (dx, dw1, db1, dw2, db2), each as its value.
"""

from torch import Tensor


def mlp_backward(
    x: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, dout: Tensor
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """From the output back to the input, one layer after the other."""
    h = x @ w1 + b1  # (N,H)
    a = h.clamp(min=0)  # (N,H)
    dw2 = a.T @ dout  # (H,C)
    db2 = dout.sum(dim=0)  # (C,)
    da = dout @ w2.T  # (N,H)
    dh = da * (h > 0)  # (N,H)
    dw1 = x.T @ dh  # (D,H)
    db1 = dh.sum(dim=0)  # (H,)
    dx = dh @ w1.T  # (N,D)
    return dx, dw1, db1, dw2, db2
