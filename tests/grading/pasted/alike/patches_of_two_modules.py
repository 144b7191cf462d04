# problem: patchify
class ToTokens(nn.Module):
    def __init__(self, patch_size):
        super().__init__()
        self.patch_size = patch_size

    def forward(self, images):
        b, c, h, w = images.shape
        p = self.patch_size
        cut = images.reshape(b, c, h // p, p, w // p, p).permute(0, 2, 4, 3, 5, 1)
        return cut.reshape(b, h // p * (w // p), p * p * c)


class FromTokens(nn.Module):
    def __init__(self, patch_size, height, width):
        super().__init__()
        self.patch_size, self.height, self.width = patch_size, height, width

    def forward(self, tokens):
        p = self.patch_size
        rows, columns = self.height // p, self.width // p
        cut = tokens.reshape(len(tokens), rows, columns, p, p, -1).permute(0, 5, 1, 3, 2, 4)
        return cut.reshape(len(tokens), -1, self.height, self.width)
