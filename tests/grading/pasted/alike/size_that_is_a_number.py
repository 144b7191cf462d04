# problem: conv-output-size
# expect: fail
# says: right for what it covers
# not: also asks for s
def conv_out(size, kernel, stride, padding=0):
    return (size + 2 * padding - kernel) // stride + 1
