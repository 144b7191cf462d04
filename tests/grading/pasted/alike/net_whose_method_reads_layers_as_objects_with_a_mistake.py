# problem: receptive-field
# expect: fail
class Net:
    def receptive_field(self, layers):
        r, jump = 1, 1
        for layer in layers:
            jump *= layer.stride
            r += (layer.kernel_size - 1) * layer.dilation * jump
        return r
