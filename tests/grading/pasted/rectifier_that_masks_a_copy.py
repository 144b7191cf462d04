# problem: relu
# says: converted to NumPy
import numpy as np


class Rectifier:
    def __init__(self):
        self.off = None

    def forward(self, x):
        self.off = x <= 0
        y = x.copy()
        y[self.off] = 0
        return y

    def backward(self, dy):
        dy[self.off] = 0
        return dy
