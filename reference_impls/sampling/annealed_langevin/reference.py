"""Annealed Langevin dynamics (Song and Ermon 2019, arXiv:1907.05600, algorithm 1 and eq. 4).

    for σ in σ_1 > ... > σ_L:
        a = ε (σ/σ_L)²                          the step size of this level
        T times: x ← x + a/2 s(x, σ) + √a z     Langevin: for small a, x becomes a draw from p_σ

With many steps of one small σ, x would stay near the mode where it began. Large σ first: the noisy density has one broad
hill. a ∝ σ² keeps the signal-to-noise of a step, ‖a s/2‖ / ‖√a z‖, the same at every level, since the score grows like 1/σ.

Shapes: x any shape, sigmas (L,), noise (L,T) and then x's. Returns: the last x, of its shape.
"""

from collections.abc import Callable

from torch import Tensor


def annealed_langevin(
    score: Callable[[Tensor, Tensor], Tensor], x: Tensor, sigmas: Tensor, steps: int, eps: float, noise: Tensor
) -> Tensor:
    """x after `steps` Langevin steps at each noise level."""
    for i, sigma in enumerate(sigmas):
        a = eps * (sigma / sigmas[-1]) ** 2
        for j in range(steps):
            x = x + a / 2 * score(x, sigma) + a.sqrt() * noise[i, j]
    return x
