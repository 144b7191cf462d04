# problem: kaiming-init
# expect: fail
# says: your kaiming_init is given an empty tensor of shape (fan_out, fan_in)
def kaiming_init(weight):
    with torch.no_grad():
        weight.normal_(0, math.sqrt(2.0 / weight.shape[0]))
    return weight
