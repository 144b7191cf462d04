# problem: kaiming-init
# says: your kaiming_init is given an empty tensor of shape (fan_out, fan_in)
def kaiming_init(weight):
    fan_in = weight.shape[1] if weight.dim() >= 2 else weight.shape[0]
    with torch.no_grad():
        weight.normal_(0, math.sqrt(2.0 / fan_in))
    return weight
