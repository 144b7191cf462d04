# problem: hinge-loss
# expect: fail
# not: right for
# says: It should compute 1 - y * score
def hinge(labels, outputs):
    return sum(max(0, 1 + label * out) for label, out in zip(labels, outputs)) / len(labels)
