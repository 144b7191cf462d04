# problem: receptive-field
# expect: fail
# not: Your code takes the stride for the dilation
def receptive_field(kernels, dilations, strides):
    field, jump = 1, 1
    for k, d, s in zip(kernels, dilations, strides):
        field += (k - 1) * d * jump
        jump *= d
    return field
