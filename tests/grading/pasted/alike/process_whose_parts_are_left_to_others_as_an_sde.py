# problem: pf-ode-step
# expect: fail
class DiffusionProcess(ABC):
    def __init__(self, horizon):
        self.horizon = horizon

    @abstractmethod
    def drift(self, x, t):
        """f(x, t)"""

    @abstractmethod
    def diffusion(self, t): ...

    def score(self, x, t):
        raise NotImplementedError("train a network first")

    def ode_step_back(self, x, t, dt):
        speed = self.drift(x, t) - self.diffusion(t) ** 2 * self.score(x, t)
        return x - dt * speed
