# problem: conv-output-size
# expect: error
# says: for the same size the result is
def convolved_shape(height, width, kernel_size=1, stride=1, padding=0, dilation=1):
    rows = (height + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    columns = (height + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1
    return rows, columns
