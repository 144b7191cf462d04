# problem: euler-step
# expect: fail
# says: your rate_of_change is the function that the problem gives
class Euler:
    def __init__(self, equation: "Equation"):
        self.equation = equation

    def advance(self, y: torch.Tensor, t: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        return y + h * self.equation.rate_of_change(y, t + h)
