# problem: scaling-law-optimal
# expect: fail
# says: Your code returns n and d alone
@dataclass
class Fit:
    E: float
    A: float
    B: float
    alpha: float
    beta: float

    def optimal(self, C: float) -> tuple[float, float]:
        g = (self.alpha * self.A / (self.beta * self.B)) ** (1 / (self.alpha + self.beta))
        n = g * (C / 6) ** (self.beta / (self.alpha + self.beta))
        return n, C / (6 * n)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Fit:
        return cls(**values)
