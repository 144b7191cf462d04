# problem: kaiming-init
# says: your HeNormal is given an empty tensor of shape (fan_out, fan_in)
class HeNormal:
    """Kaiming normal initializer in fan_in mode."""
    def __init__(self, a=0.0):
        self.gain = math.sqrt(2.0 / (1 + a**2))

    def __call__(self, weight):
        fan_in = weight.shape[1]
        with torch.no_grad():
            weight.normal_(0.0, self.gain / math.sqrt(fan_in))
        return weight
