# problem: kaiming-init
# expect: fail
# says: Your code divides by `fan_out`.
# says: your shape is (fan_out, fan_in)
def kaiming(shape):
    return np.random.randn(*shape) * np.sqrt(2.0 / shape[0])
