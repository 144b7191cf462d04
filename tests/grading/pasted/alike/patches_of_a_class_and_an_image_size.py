# problem: patchify
class Patcher(torch.nn.Module):
    def __init__(self, patch_size: int):
        super().__init__()
        self.p = patch_size

    def patchify(self, x):
        b, c, h, w = x.shape
        p = self.p
        x = x.view(b, c, h // p, p, w // p, p)
        return x.permute(0, 2, 4, 3, 5, 1).reshape(b, (h // p) * (w // p), p * p * c)

    def unpatchify(self, tokens, image_size):
        h, w = image_size
        p = self.p
        b = tokens.shape[0]
        x = tokens.reshape(b, h // p, w // p, p, p, -1)
        return x.permute(0, 5, 1, 3, 2, 4).reshape(b, -1, h, w)
