# problem: vq-quantize
# expect: fail
# says: your z is a map of one place for each row
# says: The numbers are right, the shape is not
# not: NumPy or plain Python
class Quantizer(nn.Module):
    def __init__(self, entries, width, commitment_cost):
        super().__init__()
        self.codes = nn.Embedding(entries, width)
        self.beta = commitment_cost

    def forward(self, z):
        z = z.permute(0, 2, 3, 1)
        index = torch.cdist(z.flatten(0, 2), self.codes.weight).argmin(-1)
        code = self.codes(index).view_as(z)
        loss = F.mse_loss(code, z.detach()) + self.beta * F.mse_loss(z, code.detach())
        return z + (code - z).detach(), index, loss
