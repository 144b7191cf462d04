# problem: kl-divergence
# says: beartype is not installed here: your code runs without it
from beartype import beartype
from jaxtyping import Float, jaxtyped
from torch import Tensor

@jaxtyped(typechecker=beartype)
def kl(p: Float[Tensor, "... n"], q: Float[Tensor, "... n"], eps: float = 1e-12) -> Float[Tensor, "..."]:
    return (torch.special.xlogy(p, p) - p * q.clamp_min(eps).log()).sum(-1)
