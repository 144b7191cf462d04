# problem: relu
# expect: fail
import numpy as np


class Rectifier:
    def __init__(self):
        self.off = None

    def forward(self, x):
        self.off = x <= 1
        y = x.copy()
        y[self.off] = 0
        return y

    def backward(self, dy):
        dy[self.off] = 0
        return dy
