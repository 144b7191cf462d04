def receptive_field(layers):
    """The first and the last input that output 0 touches, layer by layer from above."""
    first, last = 0, 0
    for kernel, stride, dilation in layers[::-1]:
        first, last = first * stride, last * stride + dilation * (kernel - 1)
    return last - first + 1
