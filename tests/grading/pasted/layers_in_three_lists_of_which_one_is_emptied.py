# problem: receptive-field
# expect: fail
# says: changes its argument layers in place
def receptive_field(kernels, strides, dilations):
    r, j = 1, 1
    for k, s, d in zip(kernels, strides, dilations):
        r += (k - 1) * d * j
        j *= s
    kernels.clear()
    return r
