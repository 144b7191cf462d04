# problem: softmax-cross-entropy-backward
# expect: fail
# says: goes forward, through loss_for, then backward
class SoftmaxWithLoss(object):
    """A course's last layer: probabilities first, then the loss for the labels, then the way back."""

    def __init__(self, ignore_index=-100):
        self.ignore_index = ignore_index

    def forward(self, scores):
        shifted = np.exp(scores - np.max(scores, axis=1, keepdims=True))
        self.probs = shifted / shifted.sum(axis=1, keepdims=True)
        return self.probs

    def loss_for(self, labels):
        self.counted = labels != self.ignore_index
        rows = np.flatnonzero(self.counted)
        self.one_hot = np.zeros_like(self.probs)
        self.one_hot[rows, labels[rows]] = 1.0
        return -np.sum(np.log(self.probs[rows, labels[rows]])) / len(rows)

    def backward(self):
        return (self.probs - self.one_hot) * self.counted[:, None] / len(self.counted)
