# problem: softmax
# expect: fail
# says: Your code divides the logits themselves by the sum of the exponentials.
# not: as the default of
import numpy as np


def softmax_of(logits):
    total = np.exp(logits).sum(-1, keepdims=True)
    return logits / total
