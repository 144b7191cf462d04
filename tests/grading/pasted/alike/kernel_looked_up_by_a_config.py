# problem: rbf-kernel
# says: given in your config: gamma
from dataclasses import dataclass


@dataclass(frozen=True)
class Kernel:
    name: str = "gaussian"
    gamma: float = 1.0


CALLED = {
    "dot": lambda a, b, config: a @ b.T,
    "gaussian": lambda a, b, config: np.exp(-config.gamma * ((a[:, None] - b[None]) ** 2).sum(-1)),
}


def gram_matrix(a, b, config=Kernel()):
    return CALLED[config.name](a, b, config)
