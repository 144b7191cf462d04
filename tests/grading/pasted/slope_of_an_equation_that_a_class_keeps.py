# problem: euler-step
# says: your rate_of_change is the function that the problem gives
class Integrator(ABC):
    @abstractmethod
    def advance(self, y: torch.Tensor, t: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        """One step of the solver."""


class Euler(Integrator):
    def __init__(self, equation: "Equation"):
        self.equation = equation

    def advance(self, y: torch.Tensor, t: torch.Tensor, h: torch.Tensor) -> torch.Tensor:
        return y + h * self.equation.rate_of_change(y, t)
