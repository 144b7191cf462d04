# problem: relu
# expect: invalid
# says: line 4 imports from a file beside it, which is not here: paste what it needs into this file
from .layers import rectified
def relu(x):
    return rectified(x)
