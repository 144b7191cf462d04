# problem: receptive-field
# expect: fail
# says: changes its argument layers in place
from collections import namedtuple
Layer = namedtuple("Layer", "kernel stride dilation")
def rf(layers):
    r, j = 1, 1
    for l in layers:
        r += (l.kernel - 1) * l.dilation * j
        j *= l.stride
    layers.reverse()
    return r
