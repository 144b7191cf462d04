# problem: relu
# expect: pass
torch.set_default_device("meta")
def relu(x):
    return x.clamp(min=0)
