# problem: rope-scaling
# expect: pass
import numpy as np


class Rotary:
    """The kind of scaling is a setting, under the name that configurations have for it."""

    def __init__(self, head_dim, theta=10000.0, scaling_type=None, scaling_factor=1.0):
        if scaling_type is not None and scaling_type not in ("linear", "ntk"):
            raise ValueError(f"no such scaling: {scaling_type}")
        self.head_dim = head_dim
        self.theta = theta
        self.scaling_type = scaling_type
        self.scaling_factor = scaling_factor

    def frequencies(self):
        n, base = self.head_dim, self.theta
        if self.scaling_type == "ntk":
            base *= self.scaling_factor ** (n / (n - 2))
        found = np.power(float(base), -np.arange(0, n, 2) / n)
        return found / self.scaling_factor if self.scaling_type == "linear" else found
