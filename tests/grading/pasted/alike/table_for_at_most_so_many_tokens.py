# problem: sinusoidal-encoding
import numpy as np


class SinusoidalTable:
    def __init__(self, max_len, d_model, base=10000.0):
        angles = np.arange(max_len)[:, None] / base ** (np.arange(d_model)[None] // 2 * 2 / d_model)
        self.table = np.where(np.arange(d_model) % 2 == 0, np.sin(angles), np.cos(angles))

    def __call__(self, seq_len):
        return self.table[:seq_len]
