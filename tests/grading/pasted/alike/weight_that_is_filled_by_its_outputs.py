# problem: kaiming-init
# expect: fail
# says: your init_he_ is given an empty tensor of shape (fan_out, fan_in)
def init_he_(tensor, mode="fan_out"):
    fan = tensor.shape[0] if mode == "fan_out" else tensor.shape[1]
    tensor.normal_(0, math.sqrt(2 / fan))
