# problem: conv-output-size
# expect: fail
def convolved_shape(height, width, kernel_size=1, stride=1, padding=0, dilation=1):
    def size(n):
        return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1

    return size(width), size(height)
