# problem: relu
# says: ReLU.activation is graded as relu
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
        return np.maximum(z, 0)

    @staticmethod
    def prime(z):
        return (z > 0) * 1.0
