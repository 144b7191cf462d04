# problem: kaiming-init
# expect: fail
# says: Your code divides by `fan_out`.
class He:
    def initialize(self, shape):
        fan_in, fan_out = shape
        return np.random.randn(fan_in, fan_out) * np.sqrt(2 / fan_out)
