# problem: discrete-forward
# expect: fail
class DiscreteNoise:
    def __init__(self, num_classes):
        self.num_classes = num_classes

    def q_sample_probs(self, x, Qtb):
        return F.one_hot(x, num_classes=self.num_classes).to(Qtb) @ Qtb.T
