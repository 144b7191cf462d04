# problem: hinge-loss
# expect: fail
# says: right for 1-D scores
LOSSES: dict[str, LossFunction] = {}

def named_loss(name):
    def keep(function):
        LOSSES[name] = function
        return function
    return keep

@named_loss("hinge")
def hinge(labels, outputs):
    return sum(max(0, 1 - label * out) for label, out in zip(labels, outputs)) / len(labels)

for name, function in LOSSES.items():
    print(name, function([1, -1], [0.3, 0.2]))
