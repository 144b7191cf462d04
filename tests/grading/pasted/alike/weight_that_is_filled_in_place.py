# problem: kaiming-init
# says: your init_he_ is given an empty tensor of shape (fan_out, fan_in)
def fans_of(tensor):
    return tensor.size(1), tensor.size(0)

def init_he_(tensor, mode="fan_in"):
    fan_in, fan_out = fans_of(tensor)
    std = math.sqrt(2 / (fan_in if mode == "fan_in" else fan_out))
    with torch.no_grad():
        return tensor.normal_(0, std)
