# problem: transition-matrix
# says: Kernel.matrix is graded as transition_matrix
class Kernel:
    def __init__(self, kind: str, k: int) -> None:
        self.kind, self.k = kind, k

    def matrix(self, beta: float) -> torch.Tensor:
        if self.kind not in ("uniform", "absorbing"):
            raise ValueError(self.kind)
        away = torch.full((self.k, self.k), beta / self.k)
        if self.kind == "absorbing":
            away = torch.zeros(self.k, self.k)
            away[:, -1] = beta
        return (1 - beta) * torch.eye(self.k) + away
