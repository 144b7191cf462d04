# problem: mlp-backward
# says: TwoLayers.gradient is graded as mlp_backward
class TwoLayers:
    def __init__(self, w1, b1, w2, b2):
        self.params = {"W1": w1, "b1": b1, "W2": w2, "b2": b2}

    def gradient(self, x, dout):
        before = x @ self.params["W1"] + self.params["b1"]
        hidden = before * (before > 0)
        back = (dout @ self.params["W2"].T) * (before > 0)
        return back @ self.params["W1"].T, x.T @ back, back.sum(0), hidden.T @ dout, dout.sum(0)
