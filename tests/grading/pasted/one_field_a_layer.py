# problem: receptive-field
# expect: fail
# says: The last of your values is right, and it alone is asked for.
def fields(layers):
    seen, step = [1], 1
    for kernel, stride, dilation in layers:
        seen.append(seen[-1] + (kernel - 1) * dilation * step)
        step *= stride
    return seen
