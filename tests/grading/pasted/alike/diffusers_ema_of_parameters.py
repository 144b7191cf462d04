# problem: ema
# expect: error
# says: The problem calls EMA(model, decay=0.999).
class EMAModel:
    def __init__(self, parameters, decay=0.999):
        self.shadow_params = [p.clone().detach() for p in parameters]
        self.decay = decay
    def step(self, parameters):
        for s, p in zip(self.shadow_params, parameters): s.sub_((1-self.decay)*(s-p))
