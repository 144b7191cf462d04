# problem: relu
# expect: invalid
# says: line 4 needs my_layers, which is not installed here
from my_layers import *
def relu(x):
    return rectified(x)
