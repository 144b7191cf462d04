# problem: relu
# expect: fail
# says: changes its argument
import numpy as np


class Logistic:
    @staticmethod
    def activation(z):
        return 1 / (1 + np.exp(-z))

    @staticmethod
    def prime(z):
        s = Logistic.activation(z)
        return s * (1 - s)


class ReLU:
    @staticmethod
    def activation(z):
        z[z < 0] = 0
        return z

    @staticmethod
    def prime(z):
        return (z > 0) * 1.0
