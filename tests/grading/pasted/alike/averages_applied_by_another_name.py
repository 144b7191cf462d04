# problem: ema
# says: Averages.apply_shadow is graded as copy_to
class Averages:
    def __init__(self, net, decay=0.999):
        self.decay = decay
        self.shadow = {key: value.detach().clone() for key, value in net.named_parameters()}

    def Update(self, net):
        with torch.no_grad():
            for key, value in net.named_parameters():
                self.shadow[key] = self.decay * self.shadow[key] + (1 - self.decay) * value

    def apply_shadow(self, net):
        for key, value in net.named_parameters():
            value.data.copy_(self.shadow[key])
