# problem: relu
# expect: invalid
# says: line 6 uses rectified from .layers, a file that is not here: paste what it is made of, too
from .layers import rectified
def relu(x):
    return rectified(x)
