# problem: conv-output-size
# expect: error
# says: for the same size the result is
def convolved_shape(in_height, in_width, kernel_size=1, stride=1, padding=0, dilation=1):
    taken = dilation * (kernel_size - 1) + 1
    return (in_height + padding - taken) // stride + 1, (in_width + 2 * padding - taken) // stride + 1
