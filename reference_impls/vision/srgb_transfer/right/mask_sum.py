import numpy as np


class Curve:
    a, phi, gamma = 0.055, 12.92, 2.4

    def toe(self, u):
        return u / self.phi

    def power(self, u):
        return ((u + self.a) / (1 + self.a)) ** self.gamma


def srgb_to_linear(signal):
    x, c = signal.astype(np.float32), Curve()
    dark = (x < 0.04045).astype(np.float32)
    return dark * c.toe(x) + (1 - dark) * c.power(x)
