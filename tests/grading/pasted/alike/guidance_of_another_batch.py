# problem: cfg
# expect: invalid
# says: Your code also needs uncond and scale, which the problem doesn't give
class Guided(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, x, sigma, uncond, cond, scale):
        empty, told = self.model(torch.cat([x, x]), torch.cat([sigma, sigma]), torch.cat([uncond, cond])).chunk(2)
        return empty + (told - empty) * scale
