# problem: conv-output-size
def out_dim(in_dim, kernel_size, padding, dilation, stride):
    span = dilation * (kernel_size - 1) + 1
    return (in_dim + 2 * padding - span) // stride + 1
