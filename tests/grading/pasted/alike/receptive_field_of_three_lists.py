# problem: receptive-field
# says: given in your kernel_sizes, strides and dilations: the parts of layers
def compute_receptive_field(kernel_sizes, strides, dilations=None):
    dilations = dilations or [1] * len(kernel_sizes)
    field, jump = 1, 1
    for i in range(len(kernel_sizes)):
        field += dilations[i] * (kernel_sizes[i] - 1) * jump
        jump *= strides[i]
    return field
