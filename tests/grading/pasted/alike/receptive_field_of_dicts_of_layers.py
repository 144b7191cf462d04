# problem: receptive-field
def compute_rf(network):
    rf, jump = 1, 1
    for layer in network:
        rf += (layer["kernel_size"] - 1) * layer.get("dilation", 1) * jump
        jump *= layer.get("stride", 1)
    return rf
