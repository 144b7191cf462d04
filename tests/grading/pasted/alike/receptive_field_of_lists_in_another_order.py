# problem: receptive-field
# says: given in your kernels, strides and dilations: the parts of layers
def compute_receptive_field(strides, kernels, dilations):
    field, jump = 1, 1
    for k, s, d in zip(kernels, strides, dilations):
        field += d * (k - 1) * jump
        jump *= s
    return field
