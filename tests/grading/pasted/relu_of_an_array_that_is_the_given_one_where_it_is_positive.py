# problem: relu
# expect: fail
# says: sometimes returns its argument itself, or a view of it
import numpy as np


def relu(x):
    values = np.asarray(x)
    if values.min(initial=0.0) >= 0:
        return values
    return values * (values > 0)
