# problem: receptive-field
class Calculator:
    def __init__(self):
        self.seen = []

    def receptive_field(self, layers):
        rf, jump = 1, 1
        for layer in layers:
            rf += (layer["k"] - 1) * layer["d"] * jump
            jump *= layer["s"]
            self.seen.append(rf)
        return rf
