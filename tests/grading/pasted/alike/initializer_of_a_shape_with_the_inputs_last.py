# problem: kaiming-init
# says: your shape is (fan_out, fan_in)
# not: turned
def he_normal(shape):
    fan_in = shape[1]
    return torch.randn(shape) * math.sqrt(2 / fan_in)
