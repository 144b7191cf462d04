# problem: receptive-field
# expect: fail
def compute_rf(network):
    rf, jump = 1, 1
    for layer in network:
        jump *= layer["stride"]
        rf += (layer["kernel_size"] - 1) * layer["dilation"] * jump
    return rf
