# problem: receptive-field
# expect: fail
# says: each entry of your stack is made an object of Layer, by place, without dilation
from collections import namedtuple

Layer = namedtuple("Layer", ["size", "stride"])

def field_and_step(stack):
    if not stack:
        return 1, 1
    seen, step = field_and_step(stack[:-1])
    last = stack[-1]
    size, stride = last.size, last.stride
    return seen + (size - 1) * step, step * stride
