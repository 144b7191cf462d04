# problem: receptive-field
# says: given in each entry of your net: kernel_size, stride and dilation
# not: by place
from typing import NamedTuple
class Conv(NamedTuple):
    kernel_size: int
    stride: int
    dilation: int = 1

def receptive_field_of(net):
    rf, jump = 1, 1
    for layer in net:
        rf += (layer.kernel_size - 1) * layer.dilation * jump
        jump *= layer.stride
    return rf
