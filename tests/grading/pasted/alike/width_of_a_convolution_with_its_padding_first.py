# problem: conv-output-size
def conv_output_length(input_length, filter_size, padding, stride, dilation=1):
    """`padding` is a number of zeros, or "valid"."""
    if padding == "valid":
        padding = 0
    span = filter_size + (filter_size - 1) * (dilation - 1)
    length = input_length + 2 * padding - span + 1
    return (length + stride - 1) // stride
