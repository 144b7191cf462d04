# problem: scaling-law-optimal
# says: Fit.optimal is graded as compute_optimal
@dataclass
class Fit:
    E: float
    A: float
    B: float
    alpha: float
    beta: float
    rmse: float = 0.0

    def predict(self, n, d):
        return self.E + self.A / n**self.alpha + self.B / d**self.beta

    def optimal(self, C: float) -> tuple[float, float, float]:
        g = (self.alpha * self.A / (self.beta * self.B)) ** (1 / (self.alpha + self.beta))
        n = g * (C / 6) ** (self.beta / (self.alpha + self.beta))
        d = C / (6 * n)
        return n, d, self.predict(n, d)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Fit:
        return cls(**values)
