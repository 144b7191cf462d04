# problem: tweedie-x0
# says: methods moved to the left
import torch
from torch import nn

    def predict_start(self, x_t, noise, alpha_bar):
        """A method of a class, as it is copied with the lines at the top."""
        a = torch.as_tensor(alpha_bar, dtype=x_t.dtype)
        return (x_t - (1 - a).sqrt() * noise) / a.sqrt()

    @staticmethod
    def helper(x):
        return x
