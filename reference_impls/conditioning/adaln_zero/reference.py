"""A residual branch with adaLN-Zero conditioning (Peebles and Xie 2022, arXiv:2212.09748, section 3.2 and figure 3).

    (β, γ, α) = W c + b                                        shift, scale, gate; W = 0 and b = 0 at the start
    y = x + α ⊙ F((1 + γ) ⊙ LN(x) + β)

F is attention or the MLP, LN has no affine of its own: γ and β take its place, made from the condition (timestep plus class
embedding) and shared by all tokens of a sample. With α = 0 the block starts as the identity, however deep the stack; that is
the gate's doing, not the scale's, which starts at 1 + 0. At the start only the gate's rows of W and b get a gradient. DiT
makes six vectors, three for each of its two branches, and puts a SiLU before W; here it is one branch, and c comes as it is.

Shapes: x (B,T,D), c (B,C), inner (B,T,D) -> (B,T,D). Returns: y (B,T,D).
"""

from torch import Tensor, nn


class AdaLNZeroBlock(nn.Module):
    """x + gate * inner(modulated norm of x), the identity until the gate opens."""

    def __init__(self, dim: int, cond_dim: int, inner: nn.Module) -> None:
        super().__init__()
        self.inner = inner
        self.norm = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        nn.init.zeros_(self.mod.weight)
        nn.init.zeros_(self.mod.bias)

    def forward(self, x: Tensor, c: Tensor) -> Tensor:
        vectors: Tensor = self.mod(c).unsqueeze(1)  # (B,1,3D), alike for all tokens
        shift, scale, gate = vectors.chunk(3, dim=-1)  # (B,1,D) each
        branch: Tensor = self.inner(self.norm(x) * (1 + scale) + shift)  # (B,T,D)
        return x + gate * branch
