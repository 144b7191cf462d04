# problem: receptive-field
# expect: fail
# says: It should spread the kernel by the dilation and move it by the stride.
def receptive_field(net):
    r, jump = 1, 1
    for one in net:
        r += (one.kernel_size - 1) * one.stride * jump
        jump *= one.dilation
    return r
