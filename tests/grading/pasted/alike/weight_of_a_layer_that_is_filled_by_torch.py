# problem: kaiming-init
from torch import nn
def weights_init(m):
    classname = m.__class__.__name__
    if classname.find("Linear") != -1:
        nn.init.normal_(m.weight, 0.0, (2 / m.in_features) ** 0.5)
        nn.init.zeros_(m.bias)
