# problem: conv-output-size
# says: your height and width are each w in turn
def pair(value):
    return value if isinstance(value, tuple) else (value, value)


def convolved_shape(height, width, kernel_size=1, stride=1, padding=0, dilation=1):
    (kh, kw), (sh, sw), (ph, pw), (dh, dw) = map(pair, (kernel_size, stride, padding, dilation))
    rows = (height + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    columns = (width + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    return rows, columns
