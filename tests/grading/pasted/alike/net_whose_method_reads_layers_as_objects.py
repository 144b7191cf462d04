# problem: receptive-field
# expect: pass
# says: given in each entry of your layers: kernel_size, stride and dilation
class Net:
    def receptive_field(self, layers):
        r, jump = 1, 1
        for layer in layers:
            r += (layer.kernel_size - 1) * layer.dilation * jump
            jump *= layer.stride
        return r
